import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { directoryOverHttp } from '#test/support/directory-over-http.ts';
import { until } from '#test/support/until.ts';
import { findingsOn } from '../../axe.ts';
import { inPage } from '../../windows.ts';
import { consoleAt, consoleInBrowser } from '../console.ts';
import { everyRole } from '../every-page.ts';

const { besa, openAs } = consoleInBrowser();
const phone = { viewport: { width: 360, height: 640 }, hasTouch: true };
const scrolls = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
const fetched = async (person: string, path: string) => (await directoryOverHttp(besa()).get(person, path)).body;
const guide = (page: Page) => page.locator('.guide');

it('an officer reads what calls them, and a test mail comes to their own address', async () => {
  const { page, refused } = await openAs('staff-blerim', '/', phone);
  await page.locator('.own a').tap();
  await page.locator('.reached').waitFor();
  expect(await page.locator('.reached').innerText()).toContain('blerim@besa.example');
  expect([await findingsOn(page), await inPage(page, scrolls)]).toEqual([[], false]);

  const tests = async () =>
    (await besa().inbox()).filter(({ to, subject }) => to === 'blerim@besa.example' && subject.startsWith('Provë'));
  expect(await tests()).toEqual([]);
  const ask = page.locator('.test button[type=submit]');
  await ask.tap();
  await page.locator('.asked').waitFor();
  await besa().advance('PT1M');
  const [mail] = await until(tests, (found) => found.length > 0);
  expect(mail?.text).toContain(consoleAt(besa().url, '/me'));

  // Pressed again at once it says when it can be asked for, and nothing is sent.
  await ask.tap();
  await page.locator('.test .refusal').waitFor();
  expect([await findingsOn(page), await inPage(page, scrolls), refused]).toEqual([[], false, []]);
  expect(await tests()).toHaveLength(1);
  await page.context().close();
});

it('a volunteer chooses a language: it holds at once, for the record and on this device', async () => {
  const { page } = await openAs('staff-hana', '/me');
  // What the button at the top chose for this device gives way.
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'My settings' }).waitFor();
  expect((await fetched('staff-hana', 'me'))['language']).toBe('sq');
  await page.getByLabel('English').check();
  await page.getByRole('button', { name: 'Save the language' }).click();
  await until(
    () => fetched('staff-hana', 'me'),
    ({ language }) => language === 'en',
  );
  await page.getByLabel('Shqip').check();
  await page.getByRole('button', { name: 'Save the language' }).click();
  await page.getByRole('heading', { name: 'Cilësimet e mia' }).waitFor();
  expect((await fetched('staff-hana', 'me'))['language']).toBe('sq');
  expect(await findingsOn(page)).toEqual([]);
  await page.context().close();
});

it('mails that came back are told to whoever they do not reach', async () => {
  const directory = directoryOverHttp(besa());
  const mail = 'bounce+drita@simulator.amazonses.com';
  expect((await directory.decide('staff-kujtim', 'staff-drita', 'change', { mail })).status).toBe(200);
  // Of a rung somebody else must be there, for the last one is never passed over.
  const other = {
    id: 'other',
    name: 'Other',
    mail: 'o@other.example',
    language: 'sq',
    duties: ['backup'],
    cleared: false,
  };
  expect((await directory.add('staff-kujtim', other)).status).toBe(200);
  const { page } = await openAs('staff-drita', '/me');
  await page.locator('.test button[type=submit]').click();
  await page.locator('.asked').waitFor();
  await besa().advance('PT6M');
  await until(
    () => fetched('staff-drita', 'me/settings'),
    ({ unreachable }) => unreachable !== undefined,
  );
  await page.reload();
  await page.locator('.came-back').waitFor();
  expect(await page.locator('.came-back').innerText()).toContain(mail);
  expect(await page.locator('.asked strong').count()).toBe(1);
  expect(await findingsOn(page)).toEqual([]);
  await page.context().close();
});

it.each(Object.entries(everyRole))(
  'the guide of a %s is shown until it was read, and stays with the settings',
  async (role, person) => {
    const { page } = await openAs(person, '/');
    await guide(page).waitFor();
    expect(await guide(page).locator('li').count()).toBe(5);
    const said = await guide(page).locator('ol').innerText();
    await guide(page).getByRole('button').click();
    await guide(page).waitFor({ state: 'detached' });
    // A code of the role is kept on this device, and nothing else.
    expect(await inPage(page, "localStorage.getItem('besa.guides-read')")).toBe(role);
    await page.reload();
    await page.locator('.own').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await guide(page).count()).toBe(0);
    await page.locator('.own a').click();
    await guide(page).waitFor();
    expect(await guide(page).locator('ol').innerText()).toBe(said);
    expect(await guide(page).getByRole('button').count()).toBe(0);
    await page.context().close();
  },
);

it('an administrator reads what the centre lacks, each only while it is missing', async () => {
  const { page } = await openAs('staff-kujtim', '/');
  const lacks = page.locator('.lacks li');
  await lacks.first().waitFor();
  const before = await lacks.allInnerTexts();
  expect(before.join('\n')).toContain('Shkruani turnet e javës');
  const shift = { duty: 'supervisor', days: ['mon'], from: '08:00', to: '20:00', holders: ['staff-elira'] };
  const set = await directoryOverHttp(besa()).post('staff-kujtim', 'roster', { shifts: [shift], holidays: [] }, '"0"');
  expect(set.status).toBe(200);
  await page.reload();
  await lacks.first().waitFor();
  const after = (await lacks.allInnerTexts()).join('\n');
  expect(after).not.toContain('Shkruani turnet e javës');
  expect(after).toContain('Plotësoni turnet');
  expect(await findingsOn(page)).toEqual([]);
  await page.context().close();
});

it('shifts are told in plain words: the days of each week, and when the next one begins', async () => {
  const directory = directoryOverHttp(besa());
  const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'holiday'];
  const shift = { duty: 'supervisor', days, from: '08:00', to: '08:00', holders: ['staff-elira'] };
  const present = await directory.get('staff-kujtim', 'directory/roster');
  const etag = present.headers.get('etag') ?? '';
  const officer = { ...shift, duty: 'duty_officer', holders: [] };
  expect(
    (await directory.post('staff-kujtim', 'roster', { shifts: [shift, officer], holidays: [] }, etag)).status,
  ).toBe(200);
  const { page } = await openAs('staff-elira', '/me');
  await page.locator('.reached li').waitFor();
  const said = await page.locator('.reached').innerText();
  expect(said).toMatch(/e diel, e hënë.*: 08:00–08:00/u);
  expect(said).toContain('Tani jeni në turn.');
  // The ladder of the pack: two steps of ten minutes come first.
  expect(said).toContain('pas 20 minutash');
  const other = await openAs('staff-blerim', '/me');
  await other.page.locator('.reached').waitFor();
  const notCalled = await other.page.locator('.reached').innerText();
  expect(notCalled).toContain('Për të nuk njoftoheni.');
  expect(notCalled).not.toContain('njoftoheni menjëherë');
  await other.page.context().close();
  await page.context().close();
});
