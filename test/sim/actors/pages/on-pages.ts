import { country } from '#shared/country/current.ts';
import type { Audience } from '#shared/domain/help/audience.ts';
import { doors } from '#shared/contracts/http/public/pages/page-paths.ts';
import type { Chance } from '#test/story/chance.ts';
import { receiptOn, threadOn } from '#test/support/pages/on-the-page.ts';
import {
  entryOf,
  filled,
  formsOn,
  formWith,
  type Entries,
  type PageForm,
  type Typed,
} from '#test/support/pages/page-forms.ts';
import type { World } from '../../world.ts';
import { canary, type Seen } from '../asking.ts';
import { asSeen, holdsBack, opens, presses, type SeenPage } from './visits.ts';

/** How somebody uses pages: through which door, in which language, and what they write in the form. */
export interface OnPages {
  /** Draws what this reporter does besides, so that all others do as they would without pages. */
  chance: Chance;
  language: string;
  door: string;
  typed: Typed;
  /** The form as it was opened and filled in; undefined before, and where it could not be opened. */
  form?: Promise<Opened> | undefined;
  /** How many forms were sent that say that it still happens. Each of them is one message. */
  stills: number;
}

/** A form that somebody has before them, or what came in its place. */
type Opened = { at: string; form: PageForm } | { instead: SeenPage | 'unknown' };

const stillTexts = Object.values((await country.loadPages()).texts.thread.stillHappeningText).flatMap((one) =>
  Object.values(one),
);

/** Whether these are the words of the button that says that it still happens. */
export const isStillText = (text: string): boolean => stillTexts.includes(text);

/** What a report of the API says, as the form behind a door can say it. */
export function onPages(
  chance: Chance,
  body: Readonly<Record<string, unknown>>,
): { page: OnPages; body: Record<string, unknown> } {
  const {
    category,
    narrative,
    urls,
    about,
    flags = {},
    reporter,
  } = body as {
    category: string;
    narrative: string;
    urls: readonly string[];
    about: string;
    flags?: Record<string, boolean>;
    reporter: { role: string; ageYears?: number };
  };
  const isChild = reporter.role === 'child';
  const audience: Audience = isChild ? 'child' : 'adult';
  const language = chance.pick(['sq', 'en'] as const);
  const told = {
    category,
    narrative,
    urls: [...urls],
    about,
    flags,
    // What the form chooses for whoever says nothing else.
    wishes: { school: 'ask_me', parents: 'ask_me', police: 'ask_me' },
    language,
    reporter: { role: reporter.role, ...(isChild ? { ageYears: reporter.ageYears } : {}) },
    ...(isChild && about === 'me' ? { victims: [{ ageYears: reporter.ageYears }] } : {}),
  };
  const typed = {
    category,
    narrative,
    urls: urls.join('\n'),
    about,
    ...Object.fromEntries(Object.entries(flags).map(([flag, answer]) => [`flag-${flag}`, String(answer)])),
    ...(isChild ? { ageYears: String(reporter.ageYears) } : {}),
  };
  return { page: { chance, language, door: doors[audience], typed, stills: 0 }, body: told };
}

/** Whether what was typed stands in a form that is drawn again. */
function givesBack(world: World, before: Entries, { entries }: PageForm): void {
  const said = (all: Entries): string =>
    all
      .filter(([name, text]) => name !== 'key' && text !== '')
      .map(([name, text]) => `${name}=${text.replaceAll('\r\n', '\n')}`)
      .toSorted((a, b) => (a < b ? -1 : 1))
      .join('\u0000');
  if (said(before) !== said(entries)) world.amiss.push('a form that was drawn again does not hold all that was typed');
}

/** Opens the form and fills it in, once for all that is sent with it. */
async function opensForm(world: World, { door, language, typed }: OnPages): Promise<Opened> {
  const at = `/${language}/tell/${door}`;
  const page = await opens(world, at);
  if (page === 'unknown' || page.status !== 200) return { instead: page };
  return { at, form: filled(formWith(page.html, 'send'), typed) };
}

/**
 * Sends the form. Whoever sends it again reloads the answer, or goes back to the form and presses Send again: both send the
 * same bytes. A form that is drawn again is sent as it is drawn. Answers with the key that went with it.
 */
export async function sendsForm(world: World, page: OnPages): Promise<{ seen: Seen; key?: string }> {
  const opened = await (page.form ??= opensForm(world, page));
  if ('instead' in opened) {
    page.form = undefined;
    return { seen: asSeen(opened.instead) };
  }
  const { at, form } = await looksOnce(world, page, opened);
  const key = entryOf(form, 'key');
  const shown = await presses(world, at, form, 'send');
  if (shown === 'unknown') return { seen: shown, key };
  const receipt = shown.status === 201 ? receiptOn(shown.html) : undefined;
  if (receipt === undefined) {
    isDrawnAgain(world, page, form, shown);
    return { seen: asSeen(shown), key };
  }
  holdsBack(world, shown, receipt.receipt, canary);
  const { caseNumber = 'none', promise } = world.behind(receipt.receipt) ?? {};
  return { seen: asSeen(shown, { ...receipt, caseNumber, ...(promise === undefined ? {} : { promise }) }), key };
}

/** Now and then Enter was pressed in a field, or the language is changed: the form is drawn again, and nothing is sent. */
async function looksOnce(
  world: World,
  page: OnPages,
  opened: { at: string; form: PageForm },
): Promise<{ at: string; form: PageForm }> {
  if (!page.chance.happens(0.15)) return opened;
  const others = opened.form.buttons.filter((button) => button !== 'send');
  const shown = await presses(world, opened.at, opened.form, page.chance.shuffled(others)[0] ?? 'check');
  if (shown === 'unknown' || shown.status !== 200) return opened;
  const again = formWith(shown.html, 'send');
  givesBack(world, opened.form.entries, again);
  if (entryOf(again, 'key') !== entryOf(opened.form, 'key'))
    world.amiss.push('a form got another key by being drawn again');
  return { at: shown.address, form: again };
}

/** What could not be taken comes back with all that was typed. Half of the reporters go on with that form. */
function isDrawnAgain(world: World, page: OnPages, before: PageForm, shown: SeenPage): void {
  if (shown.status === 201) {
    world.amiss.push('a report was taken, and the page shows no receipt');
    return;
  }
  const again = formsOn(shown.html).find(({ buttons }) => buttons.includes('send'));
  if (again === undefined) {
    world.amiss.push(`a form was answered ${shown.status}, and what was typed is gone`);
    return;
  }
  givesBack(world, before.entries, again);
  const isSame = entryOf(again, 'key') === entryOf(before, 'key');
  if (isSame && page.chance.happens(0.5)) page.form = Promise.resolve({ at: shown.address, form: again });
}

const codeFormOf = (language: string, receipt: string): { at: string; form: PageForm } => ({
  at: `/${language}/code`,
  form: { action: 'code', entries: [['receipt', receipt]], fields: new Map(), buttons: ['open'] },
});

/** Opens the thread: from the receipt's page, or by typing the code into the page for it. */
export async function opensThread(world: World, page: OnPages, code: string): Promise<SeenPage | 'unknown'> {
  const direct = codeFormOf(page.language, code);
  if (page.chance.happens(0.6)) return presses(world, direct.at, direct.form, 'open');
  const asked = await opens(world, direct.at);
  if (asked === 'unknown' || asked.status !== 200) return asked;
  return presses(world, direct.at, filled(formWith(asked.html, 'open'), { receipt: code }), 'open');
}

/** Looks how it stands. The answer holds what the page says. */
export async function looksOn(world: World, page: OnPages, code: string): Promise<Seen> {
  const shown = await opensThread(world, page, code);
  const seen = threadSeen(world, page, code, shown);
  if (shown !== 'unknown' && shown.status === 200 && page.chance.happens(0.2))
    await asksForAll(world, page, code, shown);
  return seen;
}

/** Asks for all that was written with the code. It shows no word of the report, and none of the centre. */
async function asksForAll(world: World, page: OnPages, code: string, thread: SeenPage): Promise<void> {
  const form = formsOn(thread.html).find(({ buttons }) => buttons.includes('all'));
  if (form === undefined) return void world.amiss.push('a thread has no way to all that was written with its code');
  const shown = await presses(world, thread.address, form, 'all');
  if (shown === 'unknown' || shown.status !== 200) return;
  holdsBack(world, shown, code, String(page.typed['narrative']));
  if (/<li class="centre"/u.test(shown.html))
    world.amiss.push('what a reporter told is shown with words of the centre');
}

/** `isDone`: something was done before. Where the thread cannot be read after it, that alone is told. */
function threadSeen(world: World, page: OnPages, code: string, shown: SeenPage | 'unknown', isDone = false): Seen {
  if (shown === 'unknown' || shown.status !== 200) return asSeen(shown);
  holdsBack(world, shown, code, String(page.typed['narrative']));
  const thread = threadOn(shown.html);
  if (thread === undefined && !isDone) world.amiss.push('a code was opened, and the page shows no thread');
  return asSeen(shown, { ...thread });
}

/** Opens the thread to write. Answers how the message is sent, as often as somebody wants; else why nothing can be written. */
export async function opensToWrite(
  world: World,
  page: OnPages,
  code: string,
  typed: Typed,
): Promise<(() => Promise<Seen>) | Seen> {
  const shown = await opensThread(world, page, code);
  const form = shown === 'unknown' ? undefined : formsOn(shown.html).find(({ buttons }) => buttons.includes('message'));
  if (shown === 'unknown' || form === undefined) return asSeen(shown);
  const written = filled(form, typed);
  world.words.push({ from: 'reporter', to: code, text: String(typed['text']) });
  return async () => {
    const answer = await presses(world, shown.address, written, 'message');
    if (answer === 'unknown') return answer;
    if (answer.status === 200) {
      threadSeen(world, page, code, answer, true);
      // It was taken; what the page says of it is no answer of its own.
      return { status: 201, body: {}, etag: '', at: answer.at };
    }
    const again = formsOn(answer.html).find(({ buttons }) => buttons.includes('message'));
    if (again === undefined) world.amiss.push(`a message was answered ${answer.status}, and its words are gone`);
    else givesBack(world, written.entries, again);
    return asSeen(answer);
  };
}

/** Says with one press that it still happens, or whether it helped. Where no answer comes, the page is reloaded. */
export async function says(world: World, page: OnPages, code: string, button: string): Promise<Seen> {
  const shown = await opensThread(world, page, code);
  const form = shown === 'unknown' ? undefined : formsOn(shown.html).find(({ buttons }) => buttons.includes(button));
  if (shown === 'unknown' || form === undefined) return asSeen(shown);
  if (button === 'still') {
    page.stills += 1;
    for (const text of stillTexts) world.words.push({ from: 'reporter', to: code, text });
  }
  let answer = await presses(world, shown.address, form, button);
  if (answer === 'unknown') answer = await presses(world, shown.address, form, button);
  return threadSeen(world, page, code, answer, true);
}

/** Presses what has a second page that asks whether they are sure, and says yes on it. */
export async function isSureOf(world: World, page: OnPages, code: string, what: 'lock' | 'withdraw'): Promise<Seen> {
  const shown = await opensThread(world, page, code);
  const form = shown === 'unknown' ? undefined : formsOn(shown.html).find(({ buttons }) => buttons.includes(what));
  if (shown === 'unknown' || form === undefined) return notPressed(shown);
  const sure = await presses(world, shown.address, form, what);
  const yes =
    sure === 'unknown' ? undefined : formsOn(sure.html).find(({ buttons }) => buttons.includes(`${what}-now`));
  if (sure === 'unknown' || yes === undefined) return notPressed(sure);
  return asSeen(await presses(world, sure.address, yes, `${what}-now`));
}

/** The button was not there, so nothing was done, whatever the page was answered. */
function notPressed(shown: SeenPage | 'unknown'): Seen {
  const seen = asSeen(shown);
  return seen === 'unknown' || seen.status !== 200 ? seen : { ...seen, status: 409 };
}
