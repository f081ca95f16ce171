import { MovableClock } from '../testing/movable-clock';
import { EmbeddedMetrics } from './embedded-metrics';

interface Line extends Record<string, unknown> {
  _aws: {
    Timestamp: number;
    CloudWatchMetrics: { Namespace: string; Dimensions: string[][]; Metrics: { Name: string; Unit: string }[] }[];
  };
}

function metricsWriting(random?: () => number) {
  const written: string[] = [];
  const clock = new MovableClock();
  const write = (line: string) => void written.push(line);
  const metrics = new EmbeddedMetrics({ service: 'cpm-backend', clock, write, random });
  const lines = () => written.map((line) => JSON.parse(line) as Line);
  return { metrics, written, lines, clock };
}

describe('metrics in the embedded metric format', () => {
  it('writes one line of JSON that names its metrics', () => {
    const { metrics, written, lines, clock } = metricsWriting();
    metrics.count('CacheHits');
    metrics.count('CacheHits', 2);
    metrics.report('QueueAge', 4);
    metrics.flush();
    expect(written).toEqual([expect.stringMatching(/^\{[^\n]*\}\n$/)]);
    const metricsOfLine = [
      { Name: 'CacheHits', Unit: 'Count' },
      { Name: 'QueueAge', Unit: 'Seconds' },
    ];
    const directive = { Namespace: 'CPM', Dimensions: [['ServiceName']], Metrics: metricsOfLine };
    expect(lines()).toEqual([
      {
        _aws: { Timestamp: clock.now().getTime(), CloudWatchMetrics: [directive] },
        ServiceName: 'cpm-backend',
        CacheHits: 3,
        QueueAge: 4,
      },
    ]);
  });

  it('counts requests by route and status and samples durations', () => {
    const { metrics, lines } = metricsWriting();
    metrics.answered('read', 200, 12.345);
    metrics.answered('read', 404, 3);
    metrics.flush();
    expect(lines()).toMatchObject([
      { Route: 'read', Latency: [12.3, 3] },
      { Route: 'read', Status: '2xx', Requests: 1 },
      { Route: 'read', Status: '4xx', Requests: 1 },
    ]);
    expect(lines().map(({ _aws }) => _aws.CloudWatchMetrics[0]?.Dimensions)).toEqual([
      [['ServiceName', 'Route']],
      [['ServiceName', 'Route', 'Status']],
      [['ServiceName', 'Route', 'Status']],
    ]);
  });

  it('writes every named dimension and metric and nothing else', () => {
    const { metrics, lines } = metricsWriting();
    metrics.answered('write', 503, 1);
    metrics.count('FailedSignIns');
    metrics.flush();
    for (const { _aws, ...members } of lines()) {
      const [directive] = _aws.CloudWatchMetrics;
      const names = [...(directive?.Dimensions.flat() ?? []), ...(directive?.Metrics.map(({ Name }) => Name) ?? [])];
      expect(Object.keys(members).sort()).toEqual(names.sort());
    }
  });

  it('resets after writing and writes nothing without events', () => {
    const { metrics, written } = metricsWriting();
    metrics.count('CacheMisses');
    metrics.flush();
    metrics.flush();
    expect(written).toHaveLength(1);
  });

  it('distinguishes zero from no value', () => {
    const { metrics, lines } = metricsWriting();
    metrics.count('LedgerMismatches', 0);
    metrics.flush();
    expect(lines()).toMatchObject([{ LedgerMismatches: 0 }]);
  });

  it('writes the worst state of a minute', () => {
    const { metrics, lines } = metricsWriting();
    for (const age of [1, 90, 2]) metrics.report('QueueAge', age);
    metrics.flush();
    expect(lines()).toMatchObject([{ QueueAge: 90 }]);
  });

  it('writes at most 100 values, sampled uniformly from all requests', () => {
    const { metrics, lines } = metricsWriting(() => 0.05);
    for (let request = 0; request < 150; request += 1) metrics.answered('read', 200, request);
    metrics.flush();
    const [latency, requests] = lines();
    expect(latency?.['Latency']).toHaveLength(100);
    expect(latency?.['Latency']).toEqual(expect.arrayContaining([118, 138, 149]));
    expect(requests).toMatchObject({ Requests: 150 });
  });

  it('writes once a minute and when the process ends', () => {
    jest.useFakeTimers();
    const { metrics, written } = metricsWriting();
    metrics.onApplicationBootstrap();
    metrics.count('CacheHits');
    jest.advanceTimersByTime(59_999);
    expect(written).toHaveLength(0);
    jest.advanceTimersByTime(1);
    expect(written).toHaveLength(1);
    metrics.count('CacheHits');
    metrics.onApplicationShutdown();
    expect(written).toHaveLength(2);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });
});
