import { mailTagsAmong } from '#shared/contracts/message-tags.ts';
import type { Find } from './finding.ts';

/*
 * How many letters a person can bear, told a second time. The numbers are those of docs/practice.md, Mails; none of them is
 * read from the product.
 */

const minute = 60_000;
const hour = 60 * minute;
/** One letter every five minutes, and the first news before them. */
const mostInAnHour = 13;
/** Letters are paced by whole minutes, so two may be nearer by one. */
const leastGapMs = 4 * minute;
/** With clocks five minutes apart either way, an hour of letters may lie in fifty minutes. */
const moreBySkew = 2;
/** When news of the day leave, local time of Tirana in winter and in summer; and how long that takes. */
const digestHoursUtc = [6, 7, 11, 12, 16, 17];
const digestLastsMs = 15 * minute;

interface Letter {
  at: number;
  to: string;
  subject?: string;
  tags: Readonly<Record<string, string>>;
}

/** What makes letters that nobody asked for: a function that ended after it had handed one over, and clocks apart. */
export interface Disturbed {
  /** ms since 1970: when who had sent letters ended without knowing that. */
  sendersAt: readonly number[];
  areClocksApart: boolean;
}

/** To these an insider sent the mails of several people, who are then one mailbox and not one person. */
const isTakenOver = ({ to }: Letter): boolean => to.endsWith('-too@mail.example');

/** Nobody of the centre gets more letters than a person can bear. */
export function checkLetters(mails: readonly Letter[], { sendersAt, areClocksApart }: Disturbed, find: Find): void {
  const letters = mails.filter(
    (one) => !one.to.endsWith('@institution.example') && !isTakenOver(one) && hasTag(one.tags),
  );
  for (const [to, own] of Map.groupBy(letters, (letter) => letter.to)) {
    const inTurn = own.toSorted((a, b) => a.at - b.at);
    const times = inTurn.map(({ at }) => at);
    const disturbedWithin = (from: number, until: number): number =>
      sendersAt.filter((at) => at >= from - hour / 2 && at <= until + minute).length;
    const full = times.findIndex((at, from) => {
      const until = times[from + mostInAnHour + (areClocksApart ? moreBySkew : 0) + disturbedWithin(at, at + hour)];
      return until !== undefined && until - at < hour;
    });
    if (full !== -1) find('P14', `${to} got too many letters in the hour from ${said(times[full])}`);
    if (areClocksApart) continue;
    const near = times.findIndex((at, next) => {
      const before = times[next - 1];
      if (before === undefined || at - before >= leastGapMs) return false;
      if (isFirstOfCritical(inTurn, next)) return false;
      return disturbedWithin(before, at) === 0 && !isDigest(at) && !isDigest(before);
    });
    if (near !== -1) find('P14', `${to} got two letters at once at ${said(times[near])}`);
  }
}

const said = (at: number | undefined): string => new Date(at ?? 0).toISOString();
/** First news of a critical case waits for no other letter. Source: docs/practice.md, Mails. */
function isFirstOfCritical(inTurn: readonly Letter[], next: number): boolean {
  const { subject = '' } = inTurn[next] ?? {};
  const [number] = /B-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(subject) ?? [];
  if (number === undefined || !/critical|kritike/.test(subject)) return false;
  return !inTurn.slice(0, next).some((one) => one.subject?.includes(number));
}
const hasTag = (tags: Letter['tags']): boolean =>
  mailTagsAmong(Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]]))).length > 0;
const isDigest = (at: number): boolean =>
  digestHoursUtc.includes(new Date(at).getUTCHours()) && at % hour < digestLastsMs;
