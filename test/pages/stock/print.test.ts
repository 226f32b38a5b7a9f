import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { startTestBesa, type BesaUnderTest } from '#test/support/running-besa.ts';
import { openWindow } from '../browser.ts';
import { fillForm, openThread } from '../states.ts';
import { codeOn, inPage } from '../windows.ts';
import { launchStockChromium } from './stock-browsers.ts';

let besa: BesaUnderTest;
let browser: Browser;
beforeAll(async () => {
  [besa, browser] = await Promise.all([startTestBesa(), launchStockChromium()]);
});
afterAll(async () => {
  await browser.close();
  await besa.end();
});

/** The words on paper, and on how many sheets they are. */
async function printed(page: Page): Promise<{ text: string; sheets: number }> {
  await page.emulateMedia({ media: 'print' });
  const text = await inPage<string>(page, 'document.body.innerText');
  await page.emulateMedia({ media: null });
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf).toMatch(/^%PDF-/);
  return { text, sheets: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0 };
}

it('receipt and thread are printed with code, times and phones, and without the centre’s name', async () => {
  const { window } = await openWindow(browser, besa.url);
  const page = await window.newPage();
  await page.goto(`${besa.url}/sq/tell/c`);
  await fillForm(page);
  await page.locator('button[value=send]').click();
  const code = await codeOn(page);
  const receipt = await printed(page);
  await openThread(page);
  const thread = await printed(page);
  for (const { text, sheets } of [receipt, thread]) {
    expect(text).toContain(code);
    expect(text).toMatch(/E lexojmë\n.*\d/);
    expect(text).toMatch(/116\s?111/);
    expect(text).not.toMatch(/iSIGURT|Besa|Dil shpejt|Mbarova|Shko prapa/i);
    expect(sheets).toBeGreaterThan(0);
    expect(sheets).toBeLessThanOrEqual(2);
  }
  await window.close();
});
