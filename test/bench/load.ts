import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';

/** What a number of connections, each sending report after report, saw. Milliseconds. */
export interface LoadResult {
  connections: number;
  perSecond: number;
  p50: number;
  p99: number;
  taken: number;
  /** Anything but a 201, broken connections included. */
  refused: number;
}

/** Sends reports for a while, each with a key of its own. */
export async function loadReports(
  url: string,
  report: unknown,
  connections: number,
  seconds: number,
): Promise<LoadResult> {
  const fresh = () => ({ 'content-type': 'application/json', 'idempotency-key': randomUUID() });
  const result = await autocannon({
    url: `${url}/v1/reports`,
    method: 'POST',
    connections,
    duration: seconds,
    body: JSON.stringify(report),
    headers: fresh(),
    setupClient: (client) => {
      client.on('response', () => client.setHeaders(fresh()));
      client.setHeaders(fresh());
    },
  });
  const taken = result['2xx'];
  return {
    connections,
    perSecond: taken / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    taken,
    refused: result.non2xx + result.errors,
  };
}
