import { country } from '#shared/country/current.ts';
import type { ThreadOnPage } from '#test/support/pages/on-the-page.ts';
import { checkAbilities, checkStatus, checkText, institutions, sharedBecause, takenBack } from './check-answer.ts';
import type { Known, Say } from './check-answer.ts';
import type { Facts } from './facts.ts';
import { missesOf, type Missed, type PromisedTimes } from './misses.ts';
import { means, readingsOf } from './sentences.ts';
import { addressIn } from './spoken-to.ts';

const hour = 3_600_000;
const { thread } = (await country.loadPages()).texts;
/** That a message came, in each language and for each reader. */
const sentTexts = Object.values(thread.sent).flatMap((one) => Object.values(one));

/** What the buttons of a page say in `go`, in the order of the abilities that the API tells. */
const abilities = {
  message: ['message'],
  still_happening: ['still'],
  withdraw: ['withdraw'],
  lock: ['lock'],
  helped: ['yes', 'partly', 'no'],
} as const;

/** Holds what the page of a thread says against what had happened by then; answers everything on it that is not so. */
export function untruthsOnPage(page: ThreadOnPage, facts: Facts, known: Known): string[] {
  const found: string[] = [];
  const say: Say = (what) => void found.push(`on a page, ${what}`);
  const promise = promiseOf(facts, known);
  const missed = missesOf(
    facts,
    promise,
    facts.unread.flatMap((at) => known.readBys.get(at) ?? []),
  );
  const paragraphs = paragraphsOf(page);
  const code = codeOf(paragraphs);
  const status = { code: code ?? '', text: paragraphs.join('\n\n') };
  // The words about a reopened case tell no status.
  if (code !== undefined) checkStatus({ status }, facts, say);
  checkText({ status }, facts, missed, say);
  checkMissFirst(page, missed, say);
  checkTimes(page, facts, promise, say);
  checkNotice(page, facts, known, say);
  checkMessages(page, facts, known, say);
  checkSharing(page, facts, say);
  const canDo = Object.entries(abilities).flatMap(([ability, buttons]) =>
    buttons.every((button) => page.buttons.includes(button)) ? [ability] : [],
  );
  checkAbilities({ canDo }, facts, say);
  return found;
}

/** What the present clock promises: at first what the reporter was told, and after a reopening counted from it. */
function promiseOf({ begun, told }: Facts, { promise }: Known): PromisedTimes {
  const { readBy, handleBy, resolveBy } = told.of.promise;
  const start = Date.parse(begun?.time ?? '');
  if (begun?.type === 'case.reopened')
    return { readBy: Date.parse(readBy), handleBy: start + 48 * hour, resolveBy: start + 72 * hour };
  return promise ?? { readBy: Date.parse(readBy), handleBy: Date.parse(handleBy), resolveBy: Date.parse(resolveBy) };
}

/** Each time on the page is one of the promise, or one at which something happened. */
function checkTimes({ times }: ThreadOnPage, { events, at }: Facts, promise: PromisedTimes, say: Say): void {
  const instants = [...Object.values(promise), ...events.map(({ time }) => Date.parse(time))];
  for (const words of times)
    if (!instants.some((one) => means(words, one, at))) say(`a time is told at which nothing is or was: ${words}`);
}

/** What is said of the last step is a text of the pack, and of a message it promises what is promised. */
function checkNotice({ notice }: ThreadOnPage, { at }: Facts, { readBys }: Known, say: Say): void {
  if (notice === undefined) return;
  const sent = sentTexts.find((text) => notice.startsWith(`${text} `));
  const readings = readingsOf(sent === undefined ? notice : notice.slice(sent.length + 1));
  if (readings.length === 0) say(`what was done is told in words that nobody knows: ${notice}`);
  const times = readings.map((all) => all.flatMap(({ filled }) => filled['readBy'] ?? []));
  const isPromised = (words: string): boolean => [...readBys.values()].some((one) => means(words, one, at));
  if (sent !== undefined && !times.some((all) => all.every(isPromised)))
    say(`a message is promised otherwise: ${notice}`);
}

/** What a page says of how it stands. Its heading may be the first sentence of a paragraph alone. */
function paragraphsOf({ status: [heading = '', next = '', ...others] }: ThreadOnPage): string[] {
  const together = `${heading} ${next}`;
  if (readingsOf(heading).length === 0 && readingsOf(together).length > 0) return [together, ...others];
  return [heading, next, ...others].filter((one) => one !== '');
}

/** What was missed is said before all else, and nothing else is. */
function checkMissFirst({ isMissTold }: ThreadOnPage, missed: readonly Missed[], say: Say): void {
  if (isMissTold && missed.length === 0) say('something is told first as missed, and nothing was');
  const isSure = missed.some(({ what, isSure: sure }) => what === 'promise' && sure);
  if (isSure && !isMissTold) say('an answer that came too late is not told first');
}

/** The status that the first words of a page tell. */
function codeOf([heading = '']: readonly string[]): string | undefined {
  const names = readingsOf(heading).flatMap(([first]) => first?.name ?? []);
  return names.map((name) => /^status\.(\w+)/u.exec(name)?.[1]).find((code) => code !== undefined);
}

function checkMessages({ messages }: ThreadOnPage, { events, at }: Facts, { wasWritten }: Known, say: Say): void {
  for (const { from, head, text } of messages) {
    const type = from === 'you' ? 'case.information_added' : 'case.message_posted';
    const isThen = events.some((event) => event.type === type && means(head, Date.parse(event.time), at));
    if (!isThen) say(`a message from ${from} is of no time at which one came: ${head}`);
    if (!wasWritten(from, text)) say(`a message from ${from} was never written here`);
  }
}

function checkSharing({ sharedWith }: ThreadOnPage, facts: Facts, say: Say): void {
  const left = new Set(facts.referrals.filter(({ hasLeft }) => hasLeft));
  for (const entry of sharedWith) {
    const code = institutions.find(({ name }) => Object.values(name).some((one) => entry.startsWith(one)))?.code;
    const one = [...left].find(({ id, institution, status }) => {
      const isIt =
        code === undefined
          ? institutions.find((it) => it.code === institution)?.isLocal === true
          : code === institution;
      const { ground } = facts.told.of.referrals?.find((referral) => referral.id === id) ?? {};
      const grounds = ground === undefined ? [] : Object.values(sharedBecause[ground][addressIn(facts)]);
      return isIt && grounds.some((text) => entry.includes(text)) && takenBack.test(entry) === (status === 'withdrawn');
    });
    if (one === undefined) say(`it is told as shared, and that is not so: ${entry}`);
    else left.delete(one);
  }
  for (const { id } of left) say(`${id} left the centre and is not told`);
}
