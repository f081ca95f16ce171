import { requestMetrics, counters, routeClasses, gauges, statusClasses } from './api-metrics';

describe('the metrics of the API', () => {
  it('gives every metric a unique name', () => {
    const names = [...counters, ...Object.keys(gauges), ...Object.values(requestMetrics)];
    expect(new Set(names).size).toBe(names.length);
  });

  it('stays within the number of paid metric combinations', () => {
    const requests = routeClasses.length * statusClasses.length;
    expect(requests + routeClasses.length + counters.length + Object.keys(gauges).length).toBeLessThanOrEqual(60);
  });
});
