import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { findingsOn } from '../../axe.ts';
import { holdsInPage, inPage } from '../../windows.ts';
import { consoleInBrowser } from '../console.ts';

const { besa, openAs } = consoleInBrowser();

/** Presses a key until what has the focus is this. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let tabs = 0; tabs < 80; tabs += 1) {
    if (await inPage<boolean>(page, `document.activeElement?.matches(${JSON.stringify(selector)}) === true`)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The key ${key} never leads to ${selector}.`);
}

const enter = async (page: Page, selector: string): Promise<void> => {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
};

/** What has the focus after a step was left. */
const atStep = async (page: Page, title: string): Promise<void> => {
  await page.locator('.panel h3', { hasText: title }).waitFor();
  await holdsInPage(page, `document.activeElement?.tagName === 'H3'`);
};

it('a counsellor who is alone sends by a call: with the keyboard, on a phone, and without an address', async () => {
  await besa().advance('PT12H');
  const { body } = await besa().report({
    category: 'grooming',
    narrative: 'Ai do të vijë te shtëpia. Shiko te site.example/x.',
    urls: ['https://bad.example/one'],
    about: 'me',
    victims: [{ ageYears: 13, gender: 'female' }],
    flags: { inDanger: true, sexualImageOfMinor: true },
    reporter: { role: 'child', ageYears: 13 },
    language: 'sq',
  });
  await besa().inside.quiet();
  const { caseNumber } = body;
  const path = `/cases/${caseNumber}?tab=referrals`;
  const { page, refused } = await openAs('staff-arta', path, { viewport: { width: 360, height: 640 } });
  const card = page.locator('.card', { hasText: 'Policia' }).first();
  await card.waitFor();
  expect(await card.innerText()).toContain('vetëm me telefonatë');
  expect(await card.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
  await enter(page, '.card .actions button');
  await page.locator('.panel').waitFor();
  await enter(page, '.panel a[href*="tab=report"]');
  await page.locator('.gate').waitFor();
  await enter(page, '.gate button');
  await page.locator('#opened-text').waitFor();

  await tabTo(page, '.panel input[value="narrative"]', 'Shift+Tab');
  await page.keyboard.press('Space');
  expect(await page.locator('.panel input[value="addresses"]').count()).toBe(0);
  expect(await page.locator('.panel').innerText()).toContain('kush ka të drejtën për adresat');
  await enter(page, '.panel button[type="submit"]');
  await atStep(page, 'Pse mund të jepet');
  expect(await page.locator('.panel').innerText()).toContain('Ju e dërgoni vetëm me telefonatë');
  await tabTo(page, '.panel input[value="consent"]');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, '.panel input[value="danger_to_life"]');
  await page.keyboard.press('Space');
  await tabTo(page, '.panel input[value="write"]');
  await page.keyboard.press('ArrowDown');
  await enter(page, '.panel button[type="submit"]');
  await atStep(page, 'Kopja dhe dërgimi');
  expect(await page.locator('.panel .warning').innerText()).toContain('adresa');
  await enter(page, '.panel .veil');
  expect(await page.locator('.panel .copy').innerText()).toContain('[adresë: duhet e drejta për adresat]');
  expect(await inPage<string>(page, 'document.documentElement.outerHTML')).not.toMatch(/site\.example|bad\.example/u);
  expect(await findingsOn(page)).toEqual([]);
  expect(await inPage(page, 'document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);

  // Without the name of who answered it is not sent.
  await enter(page, '.panel button[type="submit"]');
  expect(await page.locator('.panel .refusal').innerText()).toContain('kush u përgjigj');
  await tabTo(page, '.panel input[type="text"]');
  await page.keyboard.type('Inspektor Kola');
  expect(await page.locator('.panel .copy').innerText()).toContain('Inspektor Kola');
  await page.keyboard.press('Enter');
  await page.locator('.panel').waitFor({ state: 'detached' });
  const { referrals = [] } = (await (await besa().signIn('staff-blerim')).show(caseNumber)).body;
  expect(referrals[0]).toMatchObject({
    status: 'acknowledged',
    acknowledgedHow: 'phone',
    fields: ['narrative'],
    overrideBecause: 'danger_to_life',
    notToldFirstBecause: 'no_time_danger',
  });
  expect(referrals[0]?.lookOwedSince).toBeDefined();
  expect(refused).toEqual([]);
  await page.context().close();
});
