import { afterEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { findingsOn } from '../axe.ts';
import { inPage, type OpenPage } from '../windows.ts';
import { consoleInBrowser } from './console.ts';

const { besa, openAs } = consoleInBrowser();
const phone = { viewport: { width: 360, height: 640 } };

let opened: OpenPage | undefined;
afterEach(async () => opened?.page.context().close());

async function openFiling(options = {}): Promise<Page> {
  opened = await openAs('staff-arta', '/file', options);
  await opened.page.locator('form.filing').waitFor();
  return opened.page;
}

/** The least that a report needs. */
async function typeCall(page: Page, words = 'Nëna tregon se dikush e tall djalin çdo ditë.'): Promise<void> {
  await page.locator('#filing-category').selectOption('cyberbullying');
  await page.locator('#filing-narrative').fill(words);
}

const save = (page: Page) => page.getByRole('button', { name: /^(Ruajeni|Provoni përsëri)/u });
const code = (page: Page) => page.locator('.caller-code');
const sent = (): string[] => (opened?.asked ?? []).filter((one) => one.startsWith('POST /staff/v1/cases'));

/** The cases that hold these words, as whoever filed them reads them. */
async function casesOf(number: string) {
  const { status, body } = await (await besa().signIn('staff-arta')).show(number);
  return { status, body };
}

const numberOn = async (page: Page): Promise<string> => (await page.locator('main strong').first().innerText()).trim();

it('a call is filed by keyboard alone, and its code leads to the thread', async () => {
  const page = await openFiling();
  let keys = 0;
  const press = async (key: string, times = 1): Promise<void> => {
    for (let done = 0; done < times; done += 1) {
      await page.keyboard.press(key);
      keys += 1;
    }
  };
  const focused = (): Promise<string> =>
    inPage<string>(
      page,
      'document.activeElement.id || document.activeElement.name || document.activeElement.innerText || document.activeElement.tagName',
    );
  const tabTo = async (wanted: RegExp): Promise<void> => {
    for (let times = 0; times < 40; times += 1) {
      await press('Tab');
      if (wanted.test(await focused())) return;
    }
    throw new Error(`Nothing is like ${wanted.source}.`);
  };
  await page.locator('#main').focus();
  // A mother calls. Nobody was asked yet whether there is danger: one arrow from "not asked" leads to yes.
  await tabTo(/^filing-role$/u);
  await page.keyboard.type('pr');
  await tabTo(/^filing-flag-inDanger$/u);
  await press('ArrowRight');
  expect(await page.locator('#filing-flag-inDanger input').first().isChecked()).toBe(true);
  expect(await page.locator('.say.danger .call-phone').first().innerText()).toBe('129');
  await tabTo(/^filing-category$/u);
  await page.keyboard.type('jo');
  expect(await page.locator('#filing-category').inputValue()).toBe('grooming');
  expect(await page.locator('.say').last().innerText()).toContain('Mos e lini fëmijën të shkojë në takim.');
  await tabTo(/^filing-narrative$/u);
  await page.keyboard.type('Dikush i shkruan vajzës.');
  // Enter in a line sends nothing.
  await tabTo(/^filing-phone$/u);
  await page.keyboard.type('0690000000');
  await press('Enter');
  expect(sent()).toEqual([]);
  await press('Control+Enter');
  await code(page).waitFor();
  console.info(`A call by keyboard: ${keys} keys beside what is typed.`);
  expect(keys).toBeLessThan(60);
  expect(await inPage<number>(page, 'scrollY')).toBe(0);

  const receipt = (await code(page).innerText()).trim();
  expect(receipt).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]$/u);
  expect(await page.locator('main').ariaSnapshot()).toContain(receipt.slice(0, 4).split('').join(' '));
  const { body } = await casesOf(await numberOn(page));
  expect(body).toMatchObject({
    channel: 'helpline',
    severity: 'critical',
    reported: { flags: { inDanger: true }, reporterRole: 'parent' },
  });
  // The number is shown at once, and the severity as soon as the case is read.
  await page.locator('main').getByText('kritike').first().waitFor();

  // Whoever leaves has the code no more.
  const number = await numberOn(page);
  await page.getByRole('link', { name: 'Hapeni rastin' }).click();
  await page.locator('main h1', { hasText: number }).waitFor();
  await page.goBack();
  await page.locator('form.filing').waitFor();
  expect(await inPage<string>(page, 'document.documentElement.outerHTML')).not.toContain(receipt);
  expect(await page.locator('#filing-narrative').inputValue()).toBe('');
  expect(await inPage<string>(page, 'JSON.stringify({ ...localStorage, ...sessionStorage })')).not.toContain(receipt);

  const thread = await (await openAs('staff-arta')).page.context().newPage();
  await thread.goto(`${besa().url}/sq/code`);
  await thread.locator('#f-receipt').fill(receipt);
  await thread.locator('button[value=open]').click();
  await thread.locator('#f-text').waitFor();
  await thread.context().close();
});

it('two clicks at once are one case', async () => {
  const page = await openFiling();
  await typeCall(page);
  await page.route('**/v1/cases', async (route) => {
    await new Promise((later) => setTimeout(later, 300));
    await route.continue();
  });
  await save(page).dblclick();
  await code(page).waitFor();
  expect(sent()).toHaveLength(1);
});

it('without a network the words stay, and are sent once when it is back; an answer that got lost makes no second case', async () => {
  const page = await openFiling();
  await typeCall(page);
  await page.context().setOffline(true);
  await save(page).click();
  await page.locator('.refusal').waitFor();
  expect(await page.locator('.refusal').innerText()).toContain('Teksti juaj është ende këtu');
  await page.context().setOffline(false);
  // It arrives, and the answer does not.
  const taken: string[] = [];
  await page.route('**/v1/cases', async (route) => {
    const answer = await route.fetch();
    taken.push(((await answer.json()) as { caseNumber: string }).caseNumber);
    if (taken.length === 1) await route.abort('connectionreset');
    else await route.fulfill({ response: answer });
  });
  await save(page).click();
  await expect.poll(() => taken.length).toBe(1);
  await expect.poll(() => save(page).innerText()).toBe('Provoni përsëri');
  expect(await page.locator('#filing-narrative').inputValue()).toContain('Nëna tregon');
  await save(page).click();
  await code(page).waitFor();
  expect(taken).toEqual([await numberOn(page), await numberOn(page)]);
});

it('a token that ran out meanwhile costs nothing', async () => {
  const page = await openFiling();
  await typeCall(page);
  let refused = 0;
  await page.route('**/v1/cases', async (route) => {
    refused += 1;
    await (refused === 1 ? route.fulfill({ status: 401, body: '{}' }) : route.continue());
  });
  await save(page).click();
  await code(page).waitFor();
  expect(refused).toBe(2);
});

it('what is missing or wrong leads to its field, and nothing typed is lost', async () => {
  const page = await openFiling(phone);
  await save(page).click();
  await page.locator('.refusal a').click();
  expect(await inPage(page, 'document.activeElement.id')).toBe('filing-category');
  expect(sent()).toEqual([]);
  await typeCall(page, '');
  await page.locator('#filing-callerAge').fill('dymbëdhjetë');
  await page.locator('#filing-add-victim').click();
  await page.locator('#filing-victims-0-ageYears').fill('300');
  await page.locator('summary', { hasText: 'U tregua më parë' }).click();
  await page.locator('#filing-receivedAt').fill('2026-11-17T10:00');
  await page.locator('summary', { hasText: 'U tregua më parë' }).click();
  await save(page).click();
  const links = page.locator('.refusal li a');
  await expect.poll(() => links.count()).toBe(2);
  await links.nth(0).click();
  await links.nth(1).click();
  expect(['filing-callerAge', 'filing-victims-0-ageYears']).toContain(await inPage(page, 'document.activeElement.id'));
  expect(await page.locator('#filing-victims-0-ageYears').getAttribute('aria-invalid')).toBe('true');
  await page.locator('#filing-callerAge').fill('40');
  await page.locator('#filing-victims-0-ageYears').fill('12');
  // Nothing was said: the words are what is missing.
  await save(page).click();
  await expect.poll(() => links.count()).toBe(1);
  await links.first().click();
  expect(await inPage(page, 'document.activeElement.id')).toBe('filing-narrative');
  await page.locator('#filing-narrative').fill('Një fjali.');
  // A time in the future is folded away. The link opens it.
  const later = `(() => {
    const field = document.getElementById('filing-receivedAt');
    field.value = '2027-01-01T10:00';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  })()`;
  await inPage(page, later);
  await save(page).click();
  await expect.poll(() => links.count()).toBe(1);
  await links.first().click();
  expect(await inPage(page, 'document.activeElement.id')).toBe('filing-receivedAt');
  await page.locator('#filing-receivedAt').fill('');
  await save(page).click();
  await code(page).waitFor();
});

it('what was told on paper days ago counts from then, by the clock of the centre', async () => {
  const page = await openFiling();
  await typeCall(page);
  await page.locator('#filing-channel input[value=school]').check();
  await page.locator('summary', { hasText: 'U tregua më parë' }).click();
  await page.locator('#filing-receivedAt').fill('2026-11-10T09:30');
  await save(page).click();
  await code(page).waitFor();
  const { body } = await casesOf(await numberOn(page));
  expect(body).toMatchObject({ channel: 'school', receivedAt: '2026-11-10T08:30:00.000Z' });
  expect(await page.locator('.promised').innerText()).toContain('(ky afat ka kaluar)');
});

it('the same sheet that a colleague has saved is said in words, with the way to the case', async () => {
  const page = await openFiling();
  await typeCall(page);
  await page.route('**/v1/cases', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:besa:problem:conflict',
        status: 409,
        title: 'T',
        detail: 'D',
        because: 'filed_by_another',
        caseNumber: 'B-0000-0000',
      }),
    }),
  );
  await save(page).click();
  await page.locator('.refusal').waitFor();
  expect(await page.locator('.refusal').innerText()).toContain('nga dikush tjetër');
  expect(await page.getByRole('link', { name: 'B-0000-0000' }).count()).toBe(1);
  expect(await page.locator('#filing-narrative').inputValue()).not.toBe('');
});

it.each([
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['a phone', phone],
] as const)('axe finds nothing, and nothing scrolls sideways: %s', async (_, options) => {
  const page = await openFiling(options);
  const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  await save(page).click();
  await page.locator('.refusal').waitFor();
  await page.locator('#filing-flag-selfHarm input').first().check();
  await page.locator('#filing-category').selectOption('grooming');
  await page.locator('#filing-add-victim').click();
  // What stands over the page while it scrolls covers nothing in a window as high as the page.
  const { width } = page.viewportSize() ?? phone.viewport;
  await page.setViewportSize({ width, height: await inPage<number>(page, 'document.documentElement.scrollHeight') });
  expect(await findingsOn(page)).toEqual([]);
  expect(await inPage(page, sideways)).toBe(0);
  await page.locator('#filing-narrative').fill('Dikush i shkruan.');
  await save(page).click();
  await code(page).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  expect(await inPage(page, sideways)).toBe(0);
  expect(opened?.elsewhere).toEqual([]);
  expect(opened?.refused).toEqual([]);
});
