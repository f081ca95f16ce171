import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { quantile } from './statistics';

const connections = 100;
const ticksPerSecond = 100; // of /proc on every Linux that Node.js runs on

/** Measurements of a server under load. */
export interface Round {
  requestsPerSecond: number;
  /** milliseconds within which 99 of 100 responses arrived */
  p99: number;
  /** microseconds of the server's processor time per request; `null` where the system does not report it */
  processor: number | null;
}

/**
 * Requests one address over keep-alive connections for some seconds; each connection sends the next request as soon as it has its
 * response.
 * @param pid the process that answers
 * @param request what differs from a GET over 100 connections
 * @throws {Error} when any response is not 200, late or missing
 */
export async function loadRound(
  url: string,
  pid: number,
  seconds: number,
  request: Pick<autocannon.Options, 'method' | 'headers' | 'body' | 'connections'> = {},
): Promise<Round> {
  const times: number[] = [];
  const before = processorSeconds(pid);
  const result = await new Promise<autocannon.Result>((done, failed) => {
    const run = autocannon({ url, connections, duration: seconds, ...request }, (error, value) => {
      if (error) failed(error instanceof Error ? error : new Error(String(error)));
      else done(value);
    });
    run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  const after = processorSeconds(pid);
  const failures = result.non2xx + result.errors + result.timeouts;
  if (failures > 0) throw new Error(`${failures} of the requests to ${url} failed.`);
  return {
    requestsPerSecond: times.length / result.duration,
    p99: quantile(times, 0.99),
    processor: before === null || after === null ? null : ((after - before) / times.length) * 1e6,
  };
}

/** The user and system processor time of a process; `null` where there is no /proc. */
function processorSeconds(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return null;
  }
}
