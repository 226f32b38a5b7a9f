import { beforeEach, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { rosterDays } from '#shared/domain/people/roster/roster.ts';
import { findingsOn } from '../../axe.ts';
import { inPage } from '../../windows.ts';
import { consoleInBrowser } from '../console.ts';

const { besa, openInEnglish } = consoleInBrowser();

const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const day = { duty: 'duty_officer', days: [...workdays], from: '08:00', to: '20:00', holders: ['staff-blerim'] };
const night = { duty: 'duty_officer', days: [...rosterDays], from: '20:00', to: '08:00', holders: ['staff-desk'] };

interface Roster {
  shifts: object[];
  holidays: string[];
  revision: number;
}

const roster = async (): Promise<Roster> =>
  (await (await besa().signIn('staff-elira')).look('directory/roster')).body as Roster;

async function set(shifts: object[], holidays: string[] = []): Promise<void> {
  const kujtim = await besa().signIn('staff-kujtim');
  const seen = { 'if-match': `"${(await roster()).revision}"` };
  expect((await kujtim.changeDirectory('roster', { shifts, holidays }, seen)).status).toBe(200);
}

const openRoster = async (): Promise<{ page: Page; refused: string[] }> => openInEnglish('staff-elira', '/roster');

async function beginChange(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Change the week' }).click();
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save the week' }).click();
}

/** A shift in the form, by what its line says; opened. */
async function openShift(page: Page, said: string): Promise<Locator> {
  const shift = page.locator('details.shift', { has: page.locator('summary', { hasText: said }) });
  await shift.locator('summary').click();
  return shift;
}

const scrolledSideways = (page: Page): Promise<number> =>
  inPage(page, 'document.documentElement.scrollWidth - document.documentElement.clientWidth');

async function expectGoodLooks(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findingsOn(page, true)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 360, height: 640 });
  expect(await scrolledSideways(page)).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
}

beforeEach(() => set([]));

it('says that an empty week is with everybody; what a first shift leaves empty is seen before it is sent', async () => {
  const { page, refused } = await openRoster();
  await page.getByText('Always everybody who has this duty: Blerim Gjoka, Desk Tirana').first().waitFor();
  await page.getByText('First step').waitFor();
  await beginChange(page);
  await page.getByRole('button', { name: 'Add a shift: duty officer' }).click();
  const shift = page.locator('details.shift');
  await shift.getByText('No day is chosen.').waitFor();
  for (const one of ['Monday', 'Tuesday']) await shift.getByLabel(one, { exact: true }).check();
  await shift.getByLabel('From', { exact: true }).fill('08:00');
  await shift.getByLabel('To', { exact: true }).fill('20:00');
  // Whoever has the duty can be chosen. Whoever has not is named, and a supervisor is led to no record.
  expect(await shift.getByLabel('Arta Hoxha').count()).toBe(0);
  const lacking = page.locator('.duty-tools details', { hasText: 'Arta Hoxha' }).first();
  await lacking.locator('summary').click();
  expect(await lacking.getByRole('link').count()).toBe(0);
  await shift.getByLabel('Blerim Gjoka').check();

  const preview = page.locator('.what-changes');
  await preview.getByText('duty officer, Monday, Tuesday: 08:00–20:00 Blerim Gjoka').waitFor();
  await preview.getByText('This week leaves empty:').waitFor();
  await preview.getByText('Tuesday 17 November, 20:00 – Monday 23 November, 08:00').first().waitFor();
  await page.locator('table.week .gap', { hasText: 'nobody all day' }).first().waitFor();
  await expectGoodLooks(page);
  // Enter in a field sends nothing: the preview stands below.
  await shift.getByLabel('To', { exact: true }).press('Enter');
  expect((await roster()).shifts).toEqual([]);
  await save(page);
  await page.getByRole('button', { name: 'Change the week' }).waitFor();
  expect((await roster()).shifts).toEqual([
    { duty: 'duty_officer', days: ['mon', 'tue'], from: '08:00', to: '20:00', holders: ['staff-blerim'] },
  ]);
  expect(refused).toEqual([]);
  await page.context().close();
});

it('shows the week with today, now, nights, gaps and holidays; on a phone day by day; on paper on one sheet', async () => {
  await set([day, { ...night, days: ['mon', 'tue', 'wed'] }], ['2026-11-28']);
  const { page } = await openRoster();
  const table = page.getByRole('table');
  await table.waitFor();
  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
    'Duty',
    'Monday',
    'Tuesday\ntoday',
    'Wednesday',
    'Thursday',
    'Friday',
    'Saturday',
    'Sunday',
    'Holiday',
  ]);
  const [, tuesday = '', , thursday = '', , , , holiday = ''] = await table
    .getByRole('row', { name: /^duty officer/u })
    .getByRole('cell')
    .allInnerTexts();
  expect(tuesday.split(/\n+/u)).toEqual([
    '08:00–20:00',
    'now',
    'Blerim Gjoka',
    '20:00–08:00 the next day',
    'Desk Tirana',
  ]);
  expect(thursday).toContain('nobody 20:00–24:00');
  expect(holiday).toContain('nobody all day');
  await page.getByText('Saturday, 28 November 2026').waitFor();
  await page.locator('.gaps').getByText('Thursday 19 November, 20:00 – Friday 20 November, 08:00').first().waitFor();
  await expectGoodLooks(page);

  await page.setViewportSize({ width: 360, height: 640 });
  expect(await table.count()).toBe(0);
  await page.getByRole('heading', { name: 'Tuesday today' }).waitFor();

  // On paper it is the table also from a phone, alone on one sheet that lies on its side.
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ]);
  expect(sheets).toEqual([[842, 595]]);
  await page.emulateMedia({ media: 'print' });
  expect(await table.count()).toBe(1);
  expect(await page.getByRole('button').count()).toBe(0);
  await page.context().close();
});

it('keeps what was typed when another was faster, shows their week and what differs, and does it then', async () => {
  await set([day]);
  const { page } = await openRoster();
  await beginChange(page);
  const shift = await openShift(page, '08:00–20:00');
  await shift.getByLabel('Desk Tirana').check();
  await set([day, night], ['2026-11-28']);
  await save(page);
  await page.getByText('Somebody else has changed this meanwhile').waitFor();
  const meanwhile = page.locator('.meanwhile');
  await meanwhile.getByText('New holiday: Saturday, 28 November 2026').waitFor();
  await meanwhile.getByText('20:00–08:00 the next day Desk Tirana').first().waitFor();
  await meanwhile.getByText('The week as it is now').click();
  await meanwhile.getByRole('table').waitFor();
  // What was typed stays, and the preview says what it would undo.
  expect(await shift.getByLabel('Desk Tirana').isChecked()).toBe(true);
  await page.locator('.what-changes').getByText('No holiday any more').waitFor();
  expect((await roster()).shifts).toHaveLength(2);
  await meanwhile.getByRole('button', { name: 'Begin from this week' }).click();
  await meanwhile.waitFor({ state: 'detached' });
  await shift.getByLabel('Desk Tirana').check();
  await page.getByRole('button', { name: /Do it anyway|Save the week/u }).click();
  await page.getByRole('button', { name: 'Change the week' }).waitFor();
  expect((await roster()).shifts).toEqual([{ ...day, holders: ['staff-blerim', 'staff-desk'] }, expect.anything()]);
  // The form begins where the week now stands.
  await beginChange(page);
  await page.getByText('You have changed nothing.').waitFor();
  expect(await page.locator('.meanwhile').count()).toBe(0);
  await page.context().close();
});

it('copies a day, takes a holiday, and says in words why a week is refused', async () => {
  await set([{ ...day, days: ['mon'] }]);
  const { page } = await openRoster();
  await beginChange(page);
  await page.getByText('Copy a day').click();
  await page.getByRole('button', { name: 'To Monday to Friday' }).click();
  await page.locator('details.shift summary', { hasText: 'Monday, Tuesday, Wednesday, Thursday, Friday' }).waitFor();
  await page.getByLabel('Date').fill('2026-12-25');
  await page.getByRole('button', { name: 'Add the date' }).click();
  await page.locator('.what-changes').getByText('New holiday: Friday, 25 December 2026').waitFor();

  // A shift without times: the API says what is right, at its field.
  await page.getByRole('button', { name: 'Add a shift: backup' }).click();
  await save(page);
  await page
    .getByRole('alert')
    .getByRole('link', { name: /written like this: 08:30/u })
    .first()
    .click();
  const from = page.locator('details.shift[open]').getByLabel('From', { exact: true });
  expect(await from.evaluate((field) => field.matches(':focus'))).toBe(true);
  expect(await findingsOn(page)).toEqual([]);
  await from.fill('00:00');
  await page.locator('details.shift[open]').getByLabel('To', { exact: true }).fill('00:00');
  await page.locator('.what-changes').getByText('on the rung', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('A rung would be left with nobody. Name somebody for it.').waitFor();
  await page.locator('details.shift[open]').getByRole('button', { name: 'Remove the shift' }).click();
  await save(page);
  await page.getByRole('button', { name: 'Change the week' }).waitFor();
  expect(await roster()).toMatchObject({ shifts: [day], holidays: ['2026-12-25'] });
  await page.context().close();
});

it('is changed by the keyboard alone', async () => {
  const { page } = await openRoster();
  const focused = (): Promise<string> => inPage<string>(page, 'document.activeElement?.textContent ?? ""');
  const tabTo = async (text: RegExp): Promise<void> => {
    for (let steps = 0; steps < 80; steps += 1) {
      await page.keyboard.press('Tab');
      const label = await inPage<string>(
        page,
        '(document.activeElement?.labels?.[0] ?? document.activeElement)?.textContent ?? ""',
      );
      if (text.test(label)) return;
    }
    throw new Error(`No Tab leads to ${text}.`);
  };
  await tabTo(/^Change the week$/u);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Changing the week' }).waitFor();
  await tabTo(/^Add a shift: backup$/u);
  await page.keyboard.press('Enter');
  // The new shift is open, and has the focus.
  await page.locator('details.shift[open]').waitFor();
  expect(await focused()).toBe('New shift');
  await tabTo(/^Monday$/u);
  await page.keyboard.press('Space');
  await tabTo(/^From$/u);
  await page.keyboard.type('0800AM');
  await tabTo(/^To$/u);
  await page.keyboard.type('0600PM');
  await tabTo(/^Drita Marku/u);
  await page.keyboard.press('Space');
  await tabTo(/^Save the week$/u);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Change the week' }).waitFor();
  expect((await roster()).shifts).toEqual([
    { duty: 'backup', days: ['mon'], from: '08:00', to: '18:00', holders: ['staff-drita'] },
  ]);
  await page.context().close();
});
