import { country } from '#shared/country/current.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import type { Address } from '#shared/domain/text.ts';
import { awaitsReporter, isRead, whyUntrue } from './check-sentences.ts';
import { isWithThem, type Facts } from './facts.ts';
import { missesOf, type Missed, type PromisedTimes } from './misses.ts';
import { paragraphsOf, skew, type Sentence } from './sentences.ts';
import { addressIn } from './spoken-to.ts';

/** What follow-up answers. */
export interface FollowUpAnswer {
  status: { code: string; text: string };
  promise: {
    readBy: string;
    handleBy: string;
    resolveBy: string;
    readAt?: string;
    handledAt?: string;
    resolvedAt?: string;
    kept: boolean;
  };
  lastReadByUsAt?: string;
  messages: { from: 'you' | 'centre'; at: string; text: string }[];
  sharedWith: { who: string; when: string; why: string }[];
  canDo: string[];
  expiresAt?: string;
}

/** What is known of a reporter besides the case: what they were promised first, and what was written to and fro. */
export interface Known {
  promise: PromisedTimes | undefined;
  /** Until when each message was to be read, by when it was written; both ms since 1970. */
  readBys: ReadonlyMap<number, number>;
  /** Whether the thread may be too long to be read at once. */
  isLong: boolean;
  /** Whether somebody wrote these words to this reporter, or they did; undefined where nobody knows. */
  wasWritten: (from: 'you' | 'centre', text: string) => boolean;
}

export type Say = (what: string) => void;
const hour = 3_600_000;

/** Holds one answer against what had happened by then; answers everything in it that is not so. */
export function untruthsIn(answer: FollowUpAnswer, facts: Facts, known: Known): string[] {
  const found: string[] = [];
  const say: Say = (what) => void found.push(what);
  checkTimes(answer, facts, known, say);
  const { readBy, handleBy, resolveBy } = answer.promise;
  const promised = { readBy: Date.parse(readBy), handleBy: Date.parse(handleBy), resolveBy: Date.parse(resolveBy) };
  const missed = missesOf(
    facts,
    promised,
    facts.unread.flatMap((at) => known.readBys.get(at) ?? []),
  );
  checkStatus(answer, facts, say);
  checkText(answer, facts, missed, say);
  checkKept(answer.promise.kept, missed, say);
  checkMessages(answer, facts, known, say);
  checkSharing(answer, facts, say);
  checkAbilities(answer, facts, say);
  return found;
}

function checkTimes({ promise, lastReadByUsAt }: FollowUpAnswer, facts: Facts, known: Known, say: Say): void {
  const { begun, firstOfClock, last, isFiled, events } = facts;
  const isFirst = begun?.type === 'case.received';
  const { readBy, handleBy, resolveBy } = promise;
  const start = Date.parse(begun?.time ?? '');
  if (isFirst && known.promise !== undefined) {
    const first = known.promise;
    const isSame = [readBy, handleBy, resolveBy].every((one, at) => Date.parse(one) === Object.values(first)[at]);
    if (!isSame) say('the promise has moved');
  } else if (!isFirst) {
    if (Date.parse(handleBy) !== start + 48 * hour || Date.parse(resolveBy) !== start + 72 * hour)
      say('the promise of a reopened case does not count from its reopening');
    if (![1, 4, 24].includes((Date.parse(readBy) - start) / hour)) say('it is to be read at a time of no severity');
  }
  const time = (event: CaseEvent | undefined): string | undefined => event?.time;
  const isBeforeStaff = isFirst ? isFiled : begun?.actor !== 'reporter';
  const wanted = {
    readAt: isBeforeStaff ? time(begun) : time(firstOfClock('case.read')),
    handledAt: time(firstOfClock('case.handled')),
    resolvedAt: time(firstOfClock('case.resolved')),
  };
  for (const [name, at] of Object.entries(wanted)) {
    const told = promise[name as keyof typeof wanted];
    // Whether a colleague who reopens it with another one has it before them, each of them says.
    if (name === 'readAt' && isBeforeStaff && !isFirst && told === time(firstOfClock('case.read'))) continue;
    if (told !== at) say(`${name} is ${told ?? 'absent'}, and it happened ${at ?? 'never'}`);
  }
  const read = time(last('case.read')) ?? (isFiled ? time(events[0]) : undefined);
  // While words wait unread, or where a thread is too long to be read at once, an earlier reading or none may be told.
  const mayBeOlder = facts.unread.length > 0 || known.isLong;
  const readings = events.filter(
    ({ type, number }) => type === 'case.read' || type === 'case.reopened' || (number === 1 && isFiled),
  );
  const isOlder = lastReadByUsAt === undefined || readings.some((one) => one.time === lastReadByUsAt);
  if (lastReadByUsAt !== read && !(mayBeOlder && isOlder))
    say(`lastReadByUsAt is ${lastReadByUsAt ?? 'absent'}, and it was ${read ?? 'never'}`);
}

export function checkStatus({ status: { code } }: Pick<FollowUpAnswer, 'status'>, facts: Facts, say: Say): void {
  const { last, ended, referrals, begun } = facts;
  const isSo: Readonly<Record<string, boolean>> = {
    received: begun?.type === 'case.received' && !isRead(facts) && ended === undefined,
    triaged: last('case.triaged') !== undefined && !isRead(facts) && ended === undefined,
    in_progress: ended === undefined && (isRead(facts) || begun?.type === 'case.reopened'),
    waiting_reporter: ended === undefined && awaitsReporter(facts),
    waiting_institution: ended === undefined && referrals.some(isWithThem),
    resolved: ended?.type === 'case.resolved',
    closed: ended?.type === 'case.closed',
  };
  if (isSo[code] !== true) say(`the status ${code} is not so`);
}

export function checkText(
  { status: { code, text } }: Pick<FollowUpAnswer, 'status'>,
  facts: Facts,
  missed: readonly Missed[],
  say: Say,
): void {
  const paragraphs = paragraphsOf(text);
  const isOwn = ({ name }: Sentence): boolean => name.startsWith(`status.${code}`) || name.startsWith('reopened');
  if (paragraphs[0]?.readings.some(([first]) => first !== undefined && isOwn(first)) !== true)
    say(`the status ${code} is told in other words`);
  const isIn = (language: string, address?: Address): boolean =>
    paragraphs.every(({ readings }) =>
      readings.some((all) =>
        all.every((one) => one.language === language && (address === undefined || one.to.includes(address))),
      ),
    );
  const languages = country.languages.filter((language) => isIn(language));
  const address = addressIn(facts);
  if (languages.length === 0) say('it is told in two languages, or in words that nobody knows');
  else if (!languages.some((language) => isIn(language, address)))
    say(address === 'child' ? 'a child is spoken to as an adult' : 'an adult is spoken to as a child');
  for (const { text: words, readings } of paragraphs) {
    if (readings.length === 0) say(`nobody knows these words: ${words}`);
    // Two texts may say the same: it is true when one of them is.
    const untrue = readings.map((all) =>
      all.flatMap((one) => {
        const why = whyUntrue(facts, one, missed);
        return why === undefined ? [] : [`${one.name}: ${why}`];
      }),
    );
    if (untrue.length > 0 && untrue.every((whys) => whys.length > 0)) say((untrue[0] ?? []).join('; '));
  }
  const tells = (name: string): boolean =>
    paragraphs.some(({ readings }) => readings.flat().some((one) => one.name.startsWith(name)));
  const sure = missed.filter(({ isSure }) => isSure).map(({ what }) => what);
  if (sure.includes('promise') && !tells('promiseMissed')) say('an answer that came too late is not told');
  if (sure.includes('read') && !missed.some(({ what }) => what === 'promise') && !tells('readMissed'))
    say('that nobody read it in time is not told');
  const isOwnMissTold = !isRead(facts) && facts.ended === undefined && (tells('promiseMissed') || tells('readMissed'));
  if (sure.includes('message') && !isOwnMissTold && !tells('messageMissed'))
    say('that nobody read their message in time is not told');
  if (
    facts.ended === undefined &&
    facts.lastOfClock('case.withdrawal_requested') !== undefined &&
    !tells('asked.withdrawal')
  )
    say('that somebody asked to take it back is not told');
}

/** Whether it was read late and answered in time is `kept`, practice leaves to who words it: it is told either way. */
function checkKept(kept: boolean, missed: readonly Missed[], say: Say): void {
  const isAnswerLate = missed.filter(({ what }) => what === 'promise');
  if (kept && isAnswerLate.some(({ isSure }) => isSure)) say('the promise is told as kept, and it was not');
  if (!kept && !missed.some(({ what }) => what !== 'message')) say('the promise is told as broken, and it was kept');
}

function checkMessages({ messages }: FollowUpAnswer, { events }: Facts, { wasWritten }: Known, say: Say): void {
  const times = Map.groupBy(events, ({ type }) => type);
  for (const { from, at, text } of messages) {
    const type = from === 'you' ? 'case.information_added' : 'case.message_posted';
    if (times.get(type)?.some(({ time }) => time === at) !== true)
      say(`a message from ${from} is of no time at which one came`);
    if (!wasWritten(from, text)) say(`a message from ${from} was never written here`);
  }
}

export const { institutions, sharedBecause } = await country.loadReferrals();
/** Sentences or parts that say that something was taken back. */
export const takenBack = /taken ?back|took .* back|tërhe?q|withdrawn/iu;

function checkSharing({ sharedWith }: FollowUpAnswer, facts: Facts, say: Say): void {
  const { referrals, told, at } = facts;
  const left = referrals.filter(({ hasLeft }) => hasLeft);
  const unmatched = new Set(left);
  for (const entry of sharedWith) {
    const { who, when, why } = entry;
    // A unit is named with its institution, or alone: its name stands under a seal.
    const isNamed = (name: string): boolean => who === name || who.startsWith(`${name}: `);
    const code = institutions.find(({ name }) => Object.values(name).some(isNamed))?.code;
    // Who decided and who mailed may each have a clock that is wrong, either way.
    const one = [...unmatched].find(({ institution, decidedAt }) => {
      const isIt =
        code === undefined
          ? institutions.find((it) => it.code === institution)?.isLocal === true
          : code === institution;
      return isIt && (decidedAt === undefined || Date.parse(when) >= Date.parse(decidedAt) - 2 * skew);
    });
    if (one === undefined) say(`it was shared with ${code ?? 'a unit'}, and nothing left the centre for there`);
    else {
      unmatched.delete(one);
      const { ground } = told.of.referrals?.find(({ id }) => id === one.id) ?? {};
      const grounds = ground === undefined ? [] : Object.values(sharedBecause[ground][addressIn(facts)]);
      if (!grounds.some((text) => why.startsWith(text))) say(`why it was shared with ${one.id} is told otherwise`);
      const isBack = takenBack.test(JSON.stringify(entry));
      if (isBack !== (one.status === 'withdrawn'))
        say(`${one.id} is ${one.status}, and told as ${isBack ? '' : 'not '}taken back`);
    }
    if (Date.parse(when) > at + skew) say('it was shared at a time to come');
  }
  for (const { id } of unmatched) say(`${id} left the centre and is not told`);
}

export function checkAbilities(
  { canDo, expiresAt }: Pick<FollowUpAnswer, 'canDo' | 'expiresAt'>,
  { ended, lastOfClock, last }: Facts,
  say: Say,
): void {
  const isWithdrawn = lastOfClock('case.withdrawal_requested') !== undefined;
  const wanted = [
    'message',
    ...(ended === undefined ? [] : ['still_happening']),
    ...(ended === undefined && !isWithdrawn ? ['withdraw'] : []),
    'lock',
    ...(ended === undefined ? [] : ['helped']),
  ];
  if (canDo.join() !== wanted.join()) say(`they can do ${wanted.join(', ')}, and are told ${canDo.join(', ')}`);
  if (expiresAt === undefined) return;
  const isHeld = (last('case.held')?.number ?? 0) > (last('case.released')?.number ?? 0);
  if (ended === undefined || isHeld) say('an end of access is told, and nothing ends');
  else if (expiresAt < ended.time) say('access ended before the case did');
}
