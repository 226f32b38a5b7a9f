import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inPage } from '../../windows.ts';
import { consoleInBrowser } from '../console.ts';
import { extortion } from './extortion.ts';

const { besa, arrives, openAs } = consoleInBrowser();

const secret = 'kanarinafjala';
const sheet = { width: 794, height: 1123 };

/** What stands on paper, and the sheets that a printer gets. */
async function printed(page: Page): Promise<{ text: string; sheets: number }> {
  const before = page.viewportSize() ?? sheet;
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(sheet);
  const text = await inPage<string>(page, 'document.body.innerText');
  const pressed = await inPage<string[]>(
    page,
    `[...document.querySelectorAll('button, summary, nav, input, iframe, .button')].filter((one) => one.checkVisibility()).map((one) => one.outerHTML)`,
  );
  const [across, stuck] = await inPage<[number, string[]]>(
    page,
    `[document.documentElement.scrollWidth - document.documentElement.clientWidth, [...document.querySelectorAll('main *')].filter((one) => one.checkVisibility() && (['sticky', 'fixed'].includes(getComputedStyle(one).position) || ['auto', 'scroll', 'hidden'].includes(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 1 && !one.matches('.unseen, .cell-name'))).map((one) => one.outerHTML.slice(0, 80))]`,
  );
  await page.emulateMedia({ media: null });
  await page.setViewportSize(before);
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf).toMatch(/^%PDF-/u);
  // Nothing to press, nothing that scrolls or sticks, nothing that is wider than the sheet.
  expect([pressed, across, stuck]).toEqual([[], 0, []]);
  return { text, sheets: pdf.match(/\/Type\s*\/Page\b/gu)?.length ?? 0 };
}

it.each([
  { where: 'desk', viewport: { width: 1280, height: 800 } },
  { where: 'phone', viewport: { width: 360, height: 640 } },
])('a case on paper has its facts, nothing to press, and no veiled word ($where)', async ({ viewport }) => {
  const { caseNumber } = await arrives({ ...extortion, narrative: `Një.\n\n${secret}` });
  const { page } = await openAs('staff-blerim', `/cases/${caseNumber}?tab=report`, { viewport });
  await page.locator('.gate').waitFor();
  const sealed = await printed(page);
  expect(sealed.text).toContain(caseNumber);
  expect(sealed.text).toContain('Printuar më 17 nëntor 2026');
  // How it stands is folded on a phone, and told on paper.
  expect(sealed.text).toContain('Kush e ka');
  expect(sealed.text).not.toMatch(/Hape|Lexoni|Dilni|Rastet/u);
  await page.locator('.gate button').first().click();
  await page.locator('#opened-text').waitFor();
  const veiled = await printed(page);
  expect(veiled.text).toMatch(/Paragrafi 2 nga 2 është i mbuluar/u);
  expect(veiled.text).not.toContain(secret);
  await page.locator('.veil').last().click();
  const opened = await printed(page);
  expect(opened.text).toContain(secret);
  expect(opened.text).toMatch(/Paragrafi 1 nga 2 është i mbuluar/u);
  expect(opened.sheets).toBeLessThanOrEqual(3);
  // The page is as it was: nothing was folded, moved or closed by printing.
  expect(await page.locator('.beside').count()).toBe(viewport.width >= 900 ? 1 : 0);
  expect(await page.locator('.lifted').count()).toBe(1);
  for (const tab of ['course', 'thread', 'referrals', 'notes', 'keeping']) {
    await page.locator(`nav.tabs a[href*=${tab}]`).click();
    await page.locator('.case-main section').first().waitFor();
    expect((await printed(page)).text).toContain(caseNumber);
  }
  await page.context().close();
});

it('the letter of a referral is printed whole, alone, and the copy as it was sent', async () => {
  const { caseNumber } = await arrives({
    ...extortion,
    category: 'grooming',
    narrative: `${'Një fjali e gjatë për të mbushur faqen. '.repeat(120)}\n\n${secret}`,
  });
  const officer = await besa().signIn('staff-blerim');
  await officer.command(caseNumber, 'read', { reason: 'on_duty' });
  const police = 'police_cybercrime-1';
  const body = { fields: ['narrative'], ground: 'consent' };
  expect((await officer.command(caseNumber, `referrals/${police}/sending`, body)).status).toBe(200);
  const letter = await officer.letter(caseNumber, police);
  const { page } = await openAs('staff-blerim', `/cases/${caseNumber}?tab=referrals`);
  const card = page.locator('.card', { hasText: 'Hetimin e Krimeve Kibernetike' });
  await card.getByRole('button', { name: 'Shkresa' }).click();
  await page.getByRole('button', { name: 'Hapeni shkresën' }).click();
  await page.frameLocator('.letter iframe').locator('h1').first().waitFor();
  // The letter has a button of its own that prints it. The page beside it does not repeat its words.
  expect((await printed(page)).text).not.toContain(secret);
  await page.getByRole('button', { name: 'Lexoni kopjen e dërguar' }).click();
  await page.locator('.copy').waitFor();
  const copy = await printed(page);
  expect(copy.text).toMatch(/Kopja që u dha[\s\S]*Paragrafi 9 nga 9 është i mbuluar/u);
  expect(copy.text).not.toContain(secret);
  await page.locator('.copy .veil').last().click();
  expect((await printed(page)).text).toContain(secret);
  await page.context().close();

  const alone = await openAs('staff-blerim', '/');
  await alone.page.goto('about:blank');
  await alone.page.setContent(letter.body);
  const { text, sheets } = await printed(alone.page);
  expect(text).toContain(secret);
  expect(text).toContain(caseNumber);
  expect(text).toMatch(/Nënshkrimi/u);
  expect(sheets).toBeGreaterThan(1);
  expect(sheets).toBeLessThanOrEqual(4);
  await alone.page.context().close();
});
