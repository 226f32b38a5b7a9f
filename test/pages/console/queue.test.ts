import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { keyActions } from '#shared/domain/console/words/key-words.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { until } from '#test/support/until.ts';
import { findingsOn } from '../axe.ts';
import { inPage } from '../windows.ts';
import { consoleAt, consoleInBrowser } from './console.ts';

const { besa, openAs } = consoleInBrowser();

async function filed(...severities: (keyof typeof reportOf)[]): Promise<string[]> {
  const numbers: string[] = [];
  for (const severity of severities) numbers.push((await besa().report(reportOf[severity])).body.caseNumber);
  await besa().inside.quiet();
  return numbers;
}

const numbersOn = (page: Page): Promise<string[]> => page.locator('.rows .number').allInnerTexts();
const focused = (page: Page): Promise<string> => inPage<string>(page, 'document.activeElement?.textContent ?? ""');

it('lists cases, filters them in the address, and Back finds the same place', async () => {
  const [critical = '', high = '', normal = ''] = await filed('critical', 'high', 'normal');
  const { page, refused } = await openAs('staff-blerim', '/cases');
  await page.locator('.rows .row').first().waitFor();
  expect(await numbersOn(page)).toEqual(expect.arrayContaining([critical, high, normal]));
  await page.locator('.filters summary').click();
  await page.locator('#filter-severity').selectOption('high');
  await page.waitForURL(/severity=high/u);
  await until(
    () => numbersOn(page),
    (numbers) => numbers.join() === high,
  );
  await page.reload();
  await page.locator('.rows .row').first().waitFor();
  expect(await numbersOn(page)).toEqual([high]);

  await page.locator('.row-link').first().click();
  await page.locator('h1', { hasText: high }).waitFor();
  await page.goBack();
  await page.locator('.rows .row').first().waitFor();
  expect(page.url()).toBe(consoleAt(besa().url, '/cases?severity=high'));
  expect(await focused(page)).toContain(high);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findingsOn(page, colorScheme === 'dark')).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 640 });
  expect(await inPage(page, 'document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
  expect(refused).toEqual([]);
  await page.context().close();
});

it('is worked through by keys alone, and none does anything while somebody types', async () => {
  await filed('normal', 'normal');
  const { page } = await openAs('staff-drita', '/');
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.locator('.rows .row').first().waitFor();
  const [first = '', second = ''] = await numbersOn(page);
  await page.keyboard.press('j');
  expect(await focused(page)).toContain(first);
  await page.keyboard.press('j');
  expect(await focused(page)).toContain(second);
  await page.keyboard.press('k');
  expect(await focused(page)).toContain(first);
  await page.keyboard.press('c');
  await page.locator('.rows .row').first().locator('.holder', { hasText: 'Drita Marku' }).waitFor();
  expect((await (await besa().signIn('staff-drita')).show(first)).body).toMatchObject({ assignee: 'staff-drita' });
  await page.keyboard.press('Enter');
  await page.locator('h1', { hasText: first }).waitFor();

  await page.keyboard.press('?');
  const help = page.locator('dialog.help');
  await help.waitFor();
  expect(await help.locator('tbody tr').count()).toBe(keyActions.length);
  expect(await findingsOn(page)).toEqual([]);
  // Behind the dialog no key does anything.
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
  expect(page.url()).toContain(`/cases/${first}`);

  await page.keyboard.press('/');
  await page.locator('#find-number').waitFor();
  await page.keyboard.type('gajkc?/');
  expect(await page.locator('#find-number').inputValue()).toBe('gajkc?/');
  expect(page.url()).toBe(consoleAt(besa().url, '/find'));
  await page.keyboard.press('Enter');
  await page.locator('#find-number-problem').waitFor();
  // As somebody would type it.
  await page.locator('#find-number').fill(` ${second.slice(2).replace('-', ' ').toLowerCase()} `);
  await page.keyboard.press('Enter');
  await page.locator('h1', { hasText: second }).waitFor();

  // Switched off, single letters do nothing.
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.locator('.own a').click();
  await page.locator('#letters').uncheck();
  await page.locator('h1').click();
  await page.keyboard.press('/');
  await page.keyboard.press('?');
  expect(page.url()).toBe(consoleAt(besa().url, '/me'));
  expect(await help.count()).toBe(0);
  await page.context().close();
});

it('finds by an account with a reason, which stands in no address', async () => {
  const handle = 'person.i.shpikur';
  const { caseNumber } = (await besa().report({ ...reportOf.normal, accounts: [{ platform: 'instagram', handle }] }))
    .body;
  await besa().inside.quiet();
  const { page, asked } = await openAs('staff-blerim', '/find');
  await page.locator('#find-value').fill(handle);
  await page.locator('section form button[type=submit]').click();
  await page.locator('.refusal').waitFor();
  await page.locator('input[value=caller_named_it]').check();
  await page.locator('section form button[type=submit]').click();
  await page.locator('.rows .row').first().waitFor();
  expect(await numbersOn(page)).toEqual([caseNumber]);
  expect(asked.filter((one) => one.includes(handle))).toEqual([]);
  expect(await inPage(page, 'JSON.stringify([{ ...localStorage, ...sessionStorage }, location.href])')).not.toContain(
    handle,
  );
  await page.setViewportSize({ width: 360, height: 640 });
  expect(await inPage(page, 'document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
  await page.context().close();
});

/** An auditor begins with pages about the centre; cases are one of them. */
it.each([
  ['staff-hana', '/'],
  ['staff-ilir', '/cases'],
  ['staff-flamur', '/'],
])('%s sees at %s the cases that their role sees', async (person, path) => {
  const [caseNumber = ''] = await filed('high');
  const { page } = await openAs(person, path);
  await until(
    () => numbersOn(page),
    (numbers) => numbers.includes(caseNumber),
  );
  expect(await page.locator('.refusal').count()).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
  await page.context().close();
});

it.each(['staff-jona', 'staff-kujtim'])('%s works with no case, and is told so', async (person) => {
  const { page } = await openAs(person, '/');
  await page.locator('main').getByText('Roli juaj nuk punon me raste').waitFor();
  expect(await page.getByRole('link', { name: 'Rastet' }).count()).toBe(0);
  expect(await page.locator('.refusal').count()).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
  await page.context().close();
});
