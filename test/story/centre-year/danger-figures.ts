import { median, quantile } from '#test/bench/figures.ts';
import type { ShownCase } from '#test/support/besa-over-http.ts';
import type { Row } from '../table.ts';

/** Calls for people in danger: how many, why none, how long after the reading, and how often the ladder began. */
export function dangerRows(cases: readonly ShownCase[]): Row[] {
  const dangers = cases.flatMap(({ danger, history }) => (danger === undefined ? [] : [{ danger, history }]));
  const ends = dangers.flatMap(({ danger: { since, ended } }) =>
    ended === undefined ? [] : [{ ...ended, minutes: (Date.parse(ended.at) - Date.parse(since)) / 60_000 }],
  );
  const minutes = ends.map((end) => end.minutes);
  const reasons = ends.flatMap((end) => ('notCalledBecause' in end ? [end.notCalledBecause] : []));
  const isOfDanger = ({ type, data }: ShownCase['history'][number]): boolean =>
    type === 'case.escalated' && String(data['timer']).includes('.danger_call.');
  return [
    { what: 'people in danger', count: dangers.length },
    { what: 'calls recorded', count: ends.length - reasons.length },
    ...[...Map.groupBy(reasons, (because) => because)].map(([because, all]) => ({
      what: `nobody called: ${because}`,
      count: all.length,
    })),
    { what: 'nobody has said', count: dangers.length - ends.length },
    { what: 'minutes from reading, median', count: Math.round(median(minutes)) },
    { what: 'minutes from reading, of nine in ten', count: Math.round(quantile(minutes, 0.9)) },
    { what: 'of these the ladder began', count: dangers.filter(({ history }) => history.some(isOfDanger)).length },
  ];
}
