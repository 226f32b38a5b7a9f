import type { ShownCase } from '#test/support/besa-over-http.ts';
import type { QueueOutage } from './queue-outage.ts';
import type { Row } from '../table.ts';

/** A stepped clock comes back to what queues refused after five minutes; what is sent is worked on within another. */
const caughtUpWithinMs = 7 * 60_000;

interface Hit {
  caseNumber: string;
  triagedAt: number;
  waitedMs: number;
  isMissed: boolean;
}

/** Reports that came while no queue took a message. */
export function outageHits(cases: readonly ShownCase[], { from, to }: QueueOutage): Hit[] {
  return cases.flatMap(({ caseNumber, receivedAt, history }) => {
    const at = Date.parse(receivedAt);
    if (at < from || at >= to) return [];
    const triaged = history.find(({ type }) => type === 'case.triaged');
    const triagedAt = triaged === undefined ? Infinity : Date.parse(triaged.time);
    const isMissed = history.some(({ type, data }) => {
      return type === 'sla.missed' && data['timer'] === '1.must_be_triaged.report';
    });
    return [{ caseNumber, triagedAt, waitedMs: triagedAt - at, isMissed }];
  });
}

/** What the outage did: how late the machine was, and that somebody was told. */
export function outageRows(cases: readonly ShownCase[], outage: QueueOutage, deadLettersNow: number): Row[] {
  const hit = outageHits(cases, outage);
  const longest = Math.max(0, ...hit.map(({ waitedMs }) => waitedMs));
  return [
    { what: 'reports taken meanwhile', count: hit.length },
    { what: 'of these raised for not being triaged', count: hit.filter(({ isMissed }) => isMissed).length },
    {
      what: 'of these triaged once queues were back',
      count: hit.filter(({ triagedAt }) => triagedAt >= outage.to).length,
    },
    { what: 'longest wait for triage, minutes', count: Math.round(longest / 60_000) },
    { what: 'dead letters at its end', count: outage.deadLettersAtItsEnd() },
    { what: 'dead letters now', count: deadLettersNow },
  ];
}

/** What was not made up for as soon as the queues were back, each as a sentence. */
export function outageFindings(cases: readonly ShownCase[], outage: QueueOutage): string[] {
  return outageHits(cases, outage)
    .filter(({ triagedAt }) => triagedAt > outage.to + caughtUpWithinMs)
    .map(({ caseNumber }) => `${caseNumber} came in the outage and was not triaged when it was over`);
}
