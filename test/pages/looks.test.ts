import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { findingsOn } from './axe.ts';
import { looks, looksIn, setText } from './looks.ts';
import { besaInBrowser, inPage } from './windows.ts';

const { besa, open } = besaInBrowser();

/** What can be pressed and is not high enough. A link within a sentence is as high as its line. */
const tooLow = `[...document.querySelectorAll('button:not(.unseen,.link), .button, summary, header a, input:not([type=radio],[type=checkbox],[type=hidden]), select, fieldset label')]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 48)
  .map((one) => 'lower than 48 px: ' + one.outerHTML.slice(0, 120))`;

async function findings(page: Page, isAnotherLook: boolean): Promise<string[]> {
  const isTooWide = await inPage<boolean>(page, 'document.documentElement.scrollWidth > innerWidth');
  return [
    ...(await findingsOn(page, isAnotherLook)),
    ...(isTooWide ? ['wider than the window'] : []),
    ...(await inPage<string[]>(page, tooLow)),
  ];
}

describe.each(Object.entries(looks))('%s', (look, { text, ...options }) => {
  it('axe finds nothing on any page in any state, nothing is wider than the window, and all is high enough', async () => {
    const { page } = await open({ ...options, javaScriptEnabled: true });
    const found: Record<string, string[]> = {};
    const seen: string[] = [];
    // A child and an adult read other words, but in the same places: each is looked at in half of the ways.
    const reader = options.locale === undefined && options.colorScheme === undefined ? 'child' : 'parent';
    for (const [name, address] of await looksIn(besa().url, options.locale ?? 'sq')) {
      if (!name.endsWith(reader)) continue;
      await page.goto(address);
      if (text !== undefined) await setText(page, text);
      const findingsHere = await findings(page, !['phone', 'english'].includes(look));
      seen.push(name);
      if (findingsHere.length > 0) found[name] = findingsHere;
    }
    expect(found).toEqual({});
    expect(seen.length).toBeGreaterThan(25);
    await page.context().close();
  });
});
