import { expect, it } from 'vitest';
import { fillForm, openThread, typed } from './states.ts';
import { besaInBrowser, codeOn } from './windows.ts';

const { besa, open } = besaInBrowser();

it.each([false, true])('a child reports, reads the answer and leaves, with scripts: %s', async (javaScriptEnabled) => {
  const { page, asked, elsewhere, refused } = await open({ javaScriptEnabled });
  await page.goto(`${besa().url}/sq`);
  await page.locator('.doors a').first().click();
  await fillForm(page);
  await page.locator('button[value=send]').click();
  const code = await codeOn(page);
  expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]$/);
  expect(asked).toEqual(['GET /sq', 'GET /sq/tell/c', 'POST /sq/tell/c']);
  await page.reload();
  expect(await codeOn(page)).toBe(code);
  await openThread(page);
  await page.locator('#f-text').fill('Sot përsëri.');
  await page.locator('button[value=message]').click();
  await page.locator('.thread').waitFor();
  expect(await page.locator('.thread li').allInnerTexts()).toEqual([expect.stringContaining('Sot përsëri.')]);
  expect(await page.content()).not.toContain(typed.slice(0, 20));
  expect(elsewhere).toEqual([]);
  await page.locator('#leave').click();
  await page.waitForURL('https://www.wikipedia.org/');
  expect(refused).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
});
