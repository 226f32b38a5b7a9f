import { receiptFrom } from '#shared/domain/identifiers.ts';
import type { Chance } from '#test/story/chance.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { codesOn } from '#test/support/pages/on-the-page.ts';
import {
  asMultipart,
  entryOf,
  filled,
  formsOn,
  formWith,
  sent,
  type PageForm,
} from '#test/support/pages/page-forms.ts';
import type { World } from '../../world.ts';
import { canary, hour, minute } from '../asking.ts';
import { firstAnswer, sendReport, type Simulated } from '../reporters.ts';
import { onPages } from './on-pages.ts';
import { opens, presses, visits, type SeenPage } from './visits.ts';

/** A page that is to be a refusal: none of them stores anything or shows a code. */
function isRefused(world: World, shown: SeenPage | 'unknown', what: string, statuses: readonly number[]): void {
  if (shown === 'unknown' || shown.status >= 500) return;
  if (!statuses.includes(shown.status)) world.amiss.push(`${what} was answered ${shown.status}`);
  if (codesOn(shown.html).size > 0) world.amiss.push(`${what} was answered with a code`);
}

/**
 * Somebody sends what no page of ours would: from another site, in other forms, with the key of somebody else. And the
 * next one at a school's computer sends the form of the one before, with other words: one reporter more.
 */
export function meddles(world: World, spanMs: number, chance: Chance, reporters: Simulated[]): void {
  const sometime = (): number => world.now() + chance.whole(0, Math.round((spanMs * 0.8) / minute)) * minute;
  for (const deed of [fromElsewhere, inOtherForms, atTheCode])
    world.at(sometime(), 'somebody sends what no page would', () => deed(world, chance, reporters));
  world.at(sometime() + hour, 'the next one at the same computer', () => usesTheForm(world, chance, reporters));
}

type Deed = (world: World, chance: Chance, reporters: readonly Simulated[]) => Promise<void>;

/** The form as a stranger opens and fills it. */
async function ownForm(world: World, chance: Chance): Promise<{ at: string; form: PageForm } | undefined> {
  const { page } = onPages(chance, { ...reportOf.normal, urls: [`https://${canary}.example/x`] });
  const at = `/${page.language}/tell/${page.door}`;
  const shown = await opens(world, at);
  if (shown === 'unknown' || shown.status !== 200) return undefined;
  return { at, form: filled(formWith(shown.html, 'send'), page.typed) };
}

/** Another site sends the form, or opens somebody's thread. */
const fromElsewhere: Deed = async (world, chance, reporters) => {
  const own = await ownForm(world, chance);
  if (own === undefined) return;
  const elsewhere = { 'Sec-Fetch-Site': 'cross-site' };
  isRefused(world, await presses(world, own.at, own.form, 'send', elsewhere), 'a form of another site', [403]);
  const code = codeOfSomebody(chance, reporters);
  const form = { action: 'code', entries: [['receipt', code]], fields: new Map(), buttons: ['open'] } as const;
  isRefused(world, await presses(world, '/sq/code', form, 'open', elsewhere), 'a code from another site', [403]);
};

/** What is no form of ours: a file, a name that it does not have, a field twice, broken UTF-8, JSON, half a body. */
const inOtherForms: Deed = async (world, chance) => {
  const own = await ownForm(world, chance);
  if (own === undefined) return;
  const { contentType, body } = sent(own.form, 'send');
  const text = body.toString('latin1');
  const swap = (from: string, to: string): Buffer => Buffer.from(text.replace(from, to), 'latin1');
  const wrong = [
    swap('name="narrative"', 'name="narrative"; filename="a.txt"'),
    swap('name="narrative"', 'name="picture"'),
    asMultipart([...own.form.entries, ['narrative', 'twice'], ['go', 'send']]).body,
    swap(canary, 'caf\xe9\xff'),
    body.subarray(0, body.length - 30),
    Buffer.concat([body, body]),
  ];
  for (const one of wrong) {
    const shown = await visits(world, own.at, 'POST', {
      body: one,
      headers: { Accept: 'text/html', 'Content-Type': contentType },
    });
    isRefused(world, shown, 'what is no form of ours', [400]);
  }
  const json = await visits(world, own.at, 'POST', {
    body: reportOf.normal,
    headers: { Accept: 'text/html', 'Content-Type': 'application/json' },
  });
  isRefused(world, json, 'JSON in place of a form', [415]);
};

/** Guesses codes, and opens one that is locked: all of them are answered alike. */
const atTheCode: Deed = async (world, chance, reporters) => {
  const locked = reporters.find(({ thread }) => thread.receipt === 'locked');
  const lockedCode = firstAnswer(locked ?? { key: '', body: {}, seen: [] })?.body['receipt'];
  const guessed = [0, 255].map((sign) => receiptFrom(new Uint8Array(10).fill(sign)));
  const codes = [...guessed, ...(typeof lockedCode === 'string' ? [lockedCode] : [])];
  const language = chance.pick(['sq', 'en'] as const);
  const answers = new Set<string>();
  for (const code of codes) {
    const form = { action: 'code', entries: [['receipt', code]], fields: new Map(), buttons: ['open'] } as const;
    const shown = await presses(world, `/${language}/code`, form, 'open');
    if (shown === 'unknown' || shown.status >= 500) continue;
    if (shown.status === 404) answers.add(shown.html.replaceAll(code, ''));
    else world.amiss.push(`a code that opens nothing was answered ${shown.status}`);
  }
  if (answers.size > 1) world.amiss.push('pages tell apart codes that open nothing');
};

function codeOfSomebody(chance: Chance, reporters: readonly Simulated[]): string {
  const codes = reporters.flatMap((one) => firstAnswer(one)?.body['receipt'] ?? []) as string[];
  return chance.shuffled(codes)[0] ?? '7K3M-9QXR-2F5T-8WNA-Z';
}

/**
 * Goes back to the form that somebody sent, writes other words into it and sends it. Now and then category and age are the
 * same, so that both may be one person. The page never shows the first report, and takes the words as a new one.
 */
async function usesTheForm(world: World, chance: Chance, reporters: Simulated[]): Promise<void> {
  const answered = reporters.filter((one) => one.page !== undefined && firstAnswer(one) !== undefined);
  const [before] = chance.shuffled(answered);
  const page = before?.page;
  const opened = await page?.form;
  if (before === undefined || page === undefined || opened === undefined || 'instead' in opened) return;
  const narrative = `They took my telephone. ${chance.whole(0, 1e9)} ${canary}`;
  const [category, other] = [String(before.body['category']), 'cyberbullying'];
  const isOther = chance.happens(0.5) && opened.form.fields.get('category')?.includes(other) === true;
  const form = filled(opened.form, { narrative, category: isOther ? other : category });
  const shown = await presses(world, opened.at, form, 'send');
  if (shown === 'unknown' || shown.status >= 500 || shown.status === 409) return;
  isRefused(world, shown, 'a form with other words', [410, 422]);
  const fresh = formsOn(shown.html).find(({ buttons }) => buttons.includes('send'));
  if (fresh === undefined || entryOf(fresh, 'narrative') !== narrative) {
    world.amiss.push('a form with other words comes back without them');
    return;
  }
  if (entryOf(fresh, 'key') === entryOf(form, 'key')) {
    world.amiss.push('a form with other words keeps the key of the first report');
    return;
  }
  const body = { ...before.body, narrative, category: isOther ? other : category };
  const next: Simulated = {
    key: entryOf(fresh, 'key'),
    way: { title: 'intake', resource: '/v1/reports' },
    body,
    seen: [],
    page: {
      ...page,
      form: Promise.resolve({ at: shown.address, form: fresh }),
      typed: { ...page.typed, narrative, category: body.category },
      stills: 0,
    },
    thread: { said: [], receipt: undefined, changedAt: 0, changing: 0 },
  };
  reporters.push(next);
  next.seen.push(await sendReport(world, next));
  const receipt = firstAnswer(next)?.body['receipt'];
  if (typeof receipt === 'string') next.thread.receipt = { code: receipt };
}
