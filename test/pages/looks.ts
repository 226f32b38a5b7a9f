import type { BrowserContextOptions, Page } from 'playwright-core';
import { inPage } from './windows.ts';

/** How a page is looked at: the window, and the size that the reader gave the text. */
export interface Look extends BrowserContextOptions {
  text?: string;
}

/** An old phone, and what readers change: colours, size of text, width, language. A window of 320 px is 1,280 at 400 %. */
export const looks: Readonly<Record<string, Look>> = {
  phone: {},
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active' },
  large: { text: '36px' },
  wide: { viewport: { width: 1280, height: 800 } },
  english: { locale: 'en' },
};

/**
 * The pages of `/local/looks`, as one language has them: name and address. Those for an adult are drawn for a parent.
 */
export async function looksIn(url: string, language: string): Promise<[name: string, address: string][]> {
  const page = await (await fetch(`${url}/local/looks`)).text();
  const addresses = [...page.matchAll(/href="(\/local\/looks\/([\w-]+)\?in=(\w+)&amp;for=(\w+))"/g)];
  return addresses
    .filter(([, , , written]) => written === language)
    .map(([, address = '', name = '', , audience = '']) => [
      `look-${name}-${audience}`,
      `${url}${address.replace('&amp;', '&')}`,
    ]);
}

/** Gives the text of a page the size that a reader chose. The page's policy refuses a stylesheet of anybody else. */
export async function setText(page: Page, size: string): Promise<void> {
  await inPage(page, `document.documentElement.style.fontSize = '${size}'`);
}
