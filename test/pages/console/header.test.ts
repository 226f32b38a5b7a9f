import { expect, it } from 'vitest';
import { inPage } from '../windows.ts';
import { consoleInBrowser } from './console.ts';
import { everyRole } from './every-page.ts';

const { openAs } = consoleInBrowser();

/** What can be pressed in the header, and where it stands. */
const entries = `[...document.querySelectorAll('header.top nav a, header.top button')].filter((one) => one.checkVisibility()).map((one) => {
  const { width, height, top, right } = one.getBoundingClientRect();
  return { says: one.textContent, width, height, top: Math.round(top), right };
})`;

it.each(Object.entries(everyRole))(
  'the header of a %s fits a phone: two rows, none too small for a thumb',
  async (_, person) => {
    const { page } = await openAs(person, '/', { viewport: { width: 360, height: 640 } });
    for (const language of ['sq', 'en']) {
      if ((await inPage(page, 'document.documentElement.lang')) !== language) {
        await page.locator(`header.top button[lang=${language}]`).click();
        await page.locator(`html[lang=${language}]`).waitFor();
      }
      const found = await inPage<{ says: string; width: number; height: number; top: number; right: number }[]>(
        page,
        entries,
      );
      expect(found.length).toBeGreaterThan(1);
      expect(found.filter(({ width, height, right }) => width < 44 || height < 44 || right > 360)).toEqual([]);
      expect(new Set(found.map(({ top }) => top)).size).toBeLessThanOrEqual(2);
      expect(await inPage(page, 'document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    }
    await page.context().close();
  },
);
