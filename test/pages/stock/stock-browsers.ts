import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Debian's packages `chromium` and `firefox-esr` put them. */
const debian = { chromium: '/usr/bin/chromium', firefox: '/usr/bin/firefox-esr' } as const;

/** Where a browser of the system is. Without it the tests fail: whoever runs them wants it tried. */
export function stockBrowser(name: keyof typeof debian): string {
  const path = process.env[`BESA_${name.toUpperCase()}`] ?? debian[name];
  if (!existsSync(path)) throw new Error(`${path} is not there. Install the packages chromium and firefox-esr.`);
  return path;
}

/** Debian's Chromium, with the memory of whole pages that people have. */
export function launchStockChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: stockBrowser('chromium'),
    args: ['--no-sandbox'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}
