import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { findingsOn } from '../../axe.ts';
import { inPage } from '../../windows.ts';

/** Presses a button that saves a file, and reads the file that arrives. */
export async function savedBy(page: Page, button: Locator): Promise<{ name: string; text: string; rows: string[] }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const text = await readFile(await download.path(), 'utf8');
  return { name: download.suggestedFilename(), text, rows: text.slice(1).split('\r\n').slice(0, -1) };
}

/** What axe finds on a desk, by day and night, and on a phone; and that nothing there is wider than the screen. */
export async function looksRight(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findingsOn(page, colorScheme === 'dark')).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 360, height: 640 });
  expect(await inPage(page, 'document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
}
