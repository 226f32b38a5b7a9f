import { country } from '#shared/country/current.ts';
import { atLocal, wallClock } from './local-time.ts';
import type { Work } from './year-plan.ts';
import type { DrawnReport } from './year-reports.ts';

const minuteMs = 60_000;

/** A list of addresses that the cyber authority is written. An urgent one goes by phone as soon as it is ticked. */
export function isWrittenList({ category, severity, body }: DrawnReport): boolean {
  const isList = body['about'] === 'content_only' && (category === 'illegal_site' || category === 'csam');
  return isList && severity !== 'high' && severity !== 'critical';
}

/** Lists are ticked so long before the daily mail that takes them: the authority's hour runs from the ticking. */
const tickedBeforeMs = 20 * minuteMs;

/** Whoever takes lists over sits by the mail, and is so much quicker than institutions are with anything else. */
const timesAsQuick = 20;

/** Handed over with the next daily mail, and acknowledged some time after it: mostly within the hour. */
export function withDailyMail(work: Work): Work {
  const mailAt = nextDailyMail(work.handleAt + tickedBeforeMs);
  const receiptAt = mailAt + Math.max(2 * minuteMs, (work.receiptAt - work.handleAt) / timesAsQuick);
  const answerAt = Math.max(work.answerAt, receiptAt + minuteMs);
  return { ...work, referAt: mailAt - tickedBeforeMs, receiptAt, answerAt };
}

/** The next daily mail of which the desk is staffed before it leaves. */
function nextDailyMail(from: number): number {
  const { year, month, day } = wallClock(from);
  const minutes = country.mailTiming.digests.map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  const whileStaffed = minutes.filter((minute) => minute > 8 * 60);
  const mails = [day, day + 1].flatMap((on) => whileStaffed.map((minute) => atLocal(year, month, on, minute)));
  return mails.find((at) => at >= from) ?? from;
}
