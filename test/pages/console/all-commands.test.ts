import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { CaseAction } from '#shared/domain/access/authorize.ts';
import { findingsOn } from '../axe.ts';
import { holdsInPage, inPage } from '../windows.ts';
import { consoleAt, consoleInBrowser } from './console.ts';

const { besa, openAs } = consoleInBrowser();

/** The fields of a case by which a command is offered. */
interface Shown {
  may: CaseAction[];
  status?: string;
  readAt?: string;
  danger?: object;
  leadCase?: string;
  linkedCases?: string[];
  hold?: object;
  codeConcerns?: object[];
  approvals?: { kind: string; decision?: string; takenAt?: string }[];
  timers?: { kind: string; missedAt?: string }[];
}

const going = ['received', 'triaged', 'in_progress', 'waiting_reporter', 'waiting_institution'];
const worked = ['in_progress', 'waiting_reporter', 'waiting_institution'];
const isOpen = ({ status = '' }: Shown): boolean => going.includes(status);
const isWorked = ({ status = '' }: Shown): boolean => worked.includes(status);
const isOver = ({ status = '' }: Shown): boolean => status === 'resolved' || status === 'closed';
const leads = ({ linkedCases = [] }: Shown): boolean => linkedCases.length > 0;
const always = (): boolean => true;

/** Which right each command needs, and which state. Written down here a second time, so that neither changes alone. */
const commands: Readonly<Record<string, [readonly CaseAction[], (of: Shown) => boolean]>> = {
  danger: [['record_danger'], ({ danger }) => danger !== undefined],
  handling: [['handle_case'], isWorked],
  severity: [['raise_severity', 'lower_severity'], isOpen],
  assessment: [['assess_case'], ({ status, readAt }) => status !== 'closed' && readAt !== undefined],
  message: [['message_reporter'], ({ readAt }) => readAt !== undefined],
  note: [['note_case'], always],
  waiting: [['wait_case'], isWorked],
  target: [
    ['move_target'],
    ({ timers = [] }) =>
      timers.some(({ kind, missedAt }) => missedAt === undefined && /^(?:handle|resolve|referral_.*)$/u.test(kind)),
  ],
  resolution: [['resolve_case'], isOpen],
  outcomeCorrection: [['resolve_case'], isOver],
  closure: [['close_case'], ({ status }) => status === 'resolved'],
  reopening: [['reopen_case'], isOver],
  assignment: [['assign_case'], isOpen],
  handOver: [['hand_over_case'], isOpen],
  link: [['link_cases'], (of) => isOpen(of) && of.leadCase === undefined && !leads(of)],
  unlink: [['link_cases'], ({ leadCase }) => leadCase !== undefined],
  exclusions: [['exclude_from_case'], always],
  linkedHandling: [['handle_case'], leads],
  linkedDanger: [['record_danger'], leads],
  linkedMessage: [['message_reporter'], leads],
  linkedResolution: [['resolve_case'], leads],
  approval: [
    ['approve_case'],
    ({ approvals = [] }) => approvals.some(({ decision, takenAt }) => decision === undefined && takenAt === undefined),
  ],
  receiptReissue: [['reissue_receipt'], always],
  spoken: [['reissue_receipt'], ({ codeConcerns = [] }) => codeConcerns.length > 0],
  subjectAccess: [['give_subject_access'], ({ readAt }) => readAt !== undefined],
  exportRequest: [['export_case'], always],
  exportTaking: [
    ['export_case'],
    ({ approvals = [] }) =>
      approvals.some((one) => one.kind === 'export' && one.decision === 'approved' && one.takenAt === undefined),
  ],
  hold: [['hold_case'], ({ hold }) => hold === undefined],
  release: [['hold_case'], ({ hold }) => hold !== undefined],
  erasure: [['erase_case'], isOver],
};

const offeredOn = (of: Shown): string[] =>
  Object.entries(commands).flatMap(([name, [actions, fits]]) =>
    actions.some((action) => of.may.includes(action)) && fits(of) ? [name] : [],
  );

const report = {
  category: 'cyberbullying',
  narrative: 'Më tallin në grupin e klasës.',
  about: 'me',
  reporter: { role: 'child', ageYears: 13 },
  language: 'sq',
};

/** Nobody has read the first. The second leads another, and an export waits. The third has ended and is held. */
let unread = '';
let lead = '';
let ended = '';

const noMessageBecause = 'no_thread_wanted';

beforeAll(async () => {
  const blerim = await besa().signIn('staff-blerim');
  const filed = async (): Promise<string> => (await besa().report(report)).body.caseNumber;
  [unread, lead, ended] = [await filed(), await filed(), await filed()];
  const other = await filed();
  await besa().inside.quiet();
  const done = async (number: string, name: string, body: object): Promise<void> => {
    const { status } = await blerim.decide(number, name, body);
    if (status >= 300) throw new Error(`${name} was answered ${status}.`);
  };
  for (const number of [lead, ended, other]) await done(number, 'read', { reason: 'on_duty' });
  await done(other, 'link', { leadCase: lead });
  await done(lead, 'claim', {});
  await done(lead, 'export', { reason: 'police_request' });
  await done(ended, 'export', { reason: 'police_request' });
  const elira = await besa().signIn('staff-elira');
  await elira.command(ended, 'approvals/export-1', { verdict: 'approve' });
  const { severity } = (await blerim.show(ended)).body;
  await done(ended, 'handling', { severity, safetyDecision: 'safe_for_now', nextStep: 'close', noMessageBecause });
  await done(ended, 'resolution', { outcome: 'test', noMessageBecause });
  await done(ended, 'hold', { because: 'complaint' });
  await besa().inside.quiet();
});

/** The buttons of the case's bar that are of these commands, in words. */
async function buttonsOn(page: Page): Promise<string[]> {
  const texts = await page.locator('#case-bar button').allTextContents();
  return texts.map((text) => text.trim());
}

const people = [
  'staff-arta',
  'staff-blerim',
  'staff-drita',
  'staff-elira',
  'staff-flamur',
  'staff-hana',
  'staff-ilir',
] as const;

it.each(people)('%s sees exactly the commands that the API allows', async (person) => {
  const labels = (await albania.loadConsole()).labels.commands;
  const language = person === 'staff-drita' ? 'en' : 'sq';
  const labelOf = (name: string): string => labels[name]?.[language] ?? name;
  const own = new Set(Object.keys(commands).map(labelOf));
  const api = await besa().signIn(person);
  const { page } = await openAs(person, `/cases/${unread}`);
  for (const number of [unread, lead, ended]) {
    const { status, body } = await api.look(`cases/${number}`);
    await page.goto(consoleAt(besa().url, `/cases/${number}`));
    // A volunteer sees no case that has ended.
    const isShown = status === 200;
    await page
      .locator(isShown ? '.case-main' : 'main p')
      .first()
      .waitFor();
    const shown = (await buttonsOn(page)).filter((text) => own.has(text));
    const expected = isShown ? offeredOn(body as Shown).map(labelOf) : [];
    expect([number, ...shown.toSorted()]).toEqual([number, ...expected.toSorted()]);
  }
  await page.context().close();
});

it('has nothing for axe to find on any panel, and nothing beside a phone', { timeout: 240_000 }, async () => {
  const api = await besa().signIn('staff-blerim');
  const { page, refused } = await openAs('staff-blerim', `/cases/${unread}`, { viewport: { width: 360, height: 640 } });
  const seen = new Set<string>();
  for (const number of [lead, ended, unread]) {
    const { body } = await api.look(`cases/${number}`);
    for (const command of offeredOn(body as Shown)) {
      if (seen.has(command)) continue;
      seen.add(command);
      await page.goto(consoleAt(besa().url, `/cases/${number}?panel=${command}`));
      await page.locator('.panel .actions').first().waitFor();
      for (const fold of await page.locator('.panel summary').all()) {
        if (await fold.isVisible()) await fold.click();
      }
      expect([command, ...(await findingsOn(page))]).toEqual([command]);
      expect(await inPage<number>(page, 'document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    }
  }
  expect(seen.size).toBeGreaterThan(20);
  await page.goto(consoleAt(besa().url, '/approvals'));
  await page.locator('h1').waitFor();
  expect(await findingsOn(page)).toEqual([]);
  expect(refused).toEqual([]);
  await page.context().close();
});

it('is handled and resolved with the keyboard alone', async () => {
  const { body } = await besa().report(report);
  const { caseNumber: number } = body;
  await besa().inside.quiet();
  const arta = await besa().signIn('staff-arta');
  await arta.command(number, 'read', { reason: 'on_duty' });
  await arta.command(number, 'claim', {});
  const { page } = await openAs('staff-arta', `/cases/${number}?panel=handling`);
  await page.locator('.panel form').waitFor();
  await holdsInPage(page, `document.activeElement.id === 'panel-title'`);
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  // The severity is chosen already. Then: safe for now, advice, and yes, a message.
  await press('Tab', 'Tab', 'Space', 'Tab', 'Space', 'Tab', 'Space', 'Tab');
  await page.keyboard.type('Po të ndihmojmë.');
  await press('Tab', 'Tab');
  expect(await inPage(page, 'document.activeElement.textContent')).toBe('Shënoni trajtimin');
  await press('Enter');
  await page.locator('.panel').waitFor({ state: 'detached' });
  expect((await arta.show(number)).body.handling).toEqual({
    safetyDecision: 'safe_for_now',
    nextStep: 'advise_reporter',
  });

  await page.goto(consoleAt(besa().url, `/cases/${number}?panel=resolution`));
  await page.locator('.panel form').waitFor();
  await holdsInPage(page, `document.activeElement.id === 'panel-title'`);
  await press('Tab');
  await page.keyboard.type('u dh');
  // Past the further outcomes, what it stands on and the proposals that it drops, to the reporter, who wants no answer.
  await press('Tab', 'Tab', 'Tab', 'Tab', 'ArrowDown', 'Tab');
  expect(await inPage(page, 'document.activeElement.textContent')).toBe('Zgjidheni rastin');
  await press('Enter');
  await page.locator('.panel').waitFor({ state: 'detached' });
  expect((await arta.show(number)).body.outcomes).toEqual(['advice_given']);
  await page.context().close();
});
