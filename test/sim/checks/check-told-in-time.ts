import { mailTagsAmong } from '#shared/contracts/message-tags.ts';
import type { Row } from '../database/expressions.ts';
import type { Directories } from './check-bearable.ts';
import type { Find, Told } from './finding.ts';

const minute = 60_000;
/** Two minutes until a letter is written, and five of pace. Source: docs/practice.md, Mails. */
const toldWithinMs = 7 * minute;
/** The same for a contact that gets short messages: one in fifteen minutes. */
const shortMessageWithinMs = 17 * minute;
/** Who looks for somebody that can be reached looks each minute, and no longer than a day. */
const longestLookMs = 24 * 60 * minute;

/** What is known of a whole history, beside its cases. */
export interface Course {
  /** ms since 1970. */
  now: number;
  directories: Directories;
  letters: readonly { at: number; tags: Readonly<Record<string, string>> }[];
  /** Whether anything went wrong between two times that may keep a letter back. */
  wasDisturbed: (from: number, until: number) => boolean;
  /** Whether the ladder led to anybody who reads mails, by the directory as it stood at a time. */
  isAnybodyLeft: (directory: readonly Row[], at: number) => boolean;
}

/**
 * Whatever time it was: once nobody had acknowledged a critical case in time, a letter told somebody of it, as soon as
 * there was anybody to tell. Told from the history, the directory as it changed and what was handed over.
 */
export function checkToldInTime({ of, events, mails }: Told, course: Course, find: Find): void {
  const { directories, wasDisturbed, isAnybodyLeft, now } = course;
  if (of.severity !== 'critical' || events.some(({ type }) => type === 'case.severity_changed')) return;
  const told = lettersAbout(mails, course);
  const directoryAt = (at: number): readonly Row[] => directories.findLast((one) => one.at <= at)?.rows ?? [];
  for (const event of events) {
    if (event.type !== 'case.escalated' || event.data.reminder > 0) continue;
    if (!event.data.timer.includes('.must_be_acknowledged.')) continue;
    const raisedAt = Date.parse(event.time);
    const actedAt = events.find(({ number, actor }) => number > event.number && actor.startsWith('staff:'))?.time;
    const until = Math.min(now, actedAt === undefined ? Infinity : Date.parse(actedAt), raisedAt + longestLookMs);
    let reachedAt = raisedAt;
    while (reachedAt + toldWithinMs < until && !isAnybodyLeft(directoryAt(reachedAt), reachedAt)) reachedAt += minute;
    const readers = mails.filter(({ eventId }) => String(eventId).endsWith(`#${event.number}`));
    const isByPhone = readers.length > 0 && readers.every(({ to }) => getsShortMessages(directoryAt(raisedAt), to));
    const by = reachedAt + (isByPhone ? shortMessageWithinMs : toldWithinMs);
    if (by >= until || wasDisturbed(raisedAt, by)) continue;
    // The letter about a new case tells the first rung as well.
    const isFirst = events.find(({ type }) => type === 'case.escalated')?.number === event.number;
    const from = isFirst ? 0 : raisedAt - minute;
    if (!told.some((at) => at >= from && at <= by))
      find('P14', `${of.caseNumber}: #${event.number} could be told from ${said(reachedAt)} on, and no letter told it`);
  }
}

function getsShortMessages(directory: readonly Row[], id: unknown): boolean {
  const row = directory.find(({ pk, sk }) => pk?.S === `STAFF#${String(id)}` && sk?.S === 'MEMBER');
  return row?.['contact']?.S === 'mail_to_sms';
}

/** When letters about a case were handed over. */
function lettersAbout(mails: Told['mails'], { letters }: Course): number[] {
  const own = new Set(mails.flatMap((mail) => (mail['letters'] ?? []) as string[]));
  return letters.filter(({ tags }) => idsOf(tags).some((id) => own.has(id))).map(({ at }) => at);
}

const idsOf = (tags: Readonly<Record<string, string>>): string[] =>
  mailTagsAmong(Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])));
const said = (at: number): string => new Date(at).toISOString();
