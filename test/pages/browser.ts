import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';

const root = join(import.meta.dirname, '../..');
const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');

/** Where the browser of the packages is unpacked: once for each version of it, in this checkout. */
const unpacked = join(root, 'node_modules/.cache/besa-browser');

/** Unpacks Chromium, its libraries and its fonts, unless that is done. So no package of the system is needed. */
export async function unpackBrowser(): Promise<void> {
  if (existsSync(join(unpacked, 'chromium'))) return;
  const half = `${unpacked}-${process.pid}`;
  mkdirSync(half, { recursive: true });
  const before = process.env['TMPDIR'];
  // The package unpacks into the folder for temporary files, wherever that is.
  process.env['TMPDIR'] = half;
  try {
    await Promise.all(['al2023.tar.br', 'fonts.tar.br', 'chromium.br'].map((file) => inflate(join(packed, file))));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  writeFileSync(join(half, 'fonts.conf'), fontsIn(join(unpacked, 'fonts')));
  renameSync(half, unpacked);
}

/** The package's own list of fonts looks in the folders of a cloud function. */
const fontsIn = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`;

/** A Chromium of the system, to try the pages in it. */
const ofSystem = process.env['BESA_CHROMIUM'];

/** Whether the browser keeps whole pages for Back, as people's browsers do. That of the packages does not. */
export const keepsPages = ofSystem !== undefined;

/** Starts the browser. What a page left stays in memory, as for people, so that Back is tried as they meet it. */
export async function launchBrowser(): Promise<Browser> {
  if (ofSystem === undefined) await unpackBrowser();
  const ofPackages = {
    ...process.env,
    LD_LIBRARY_PATH: join(unpacked, 'al2023/lib'),
    FONTCONFIG_FILE: join(unpacked, 'fonts.conf'),
  };
  return chromium.launch({
    executablePath: ofSystem ?? join(unpacked, 'chromium'),
    env: ofSystem === undefined ? ofPackages : process.env,
    args: ['--no-sandbox', '--no-zygote', '--headless=shell', '--font-render-hinting=none'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}

/** A window of the width of an old phone, without scripts, in Albanian. */
export const phone = {
  viewport: { width: 320, height: 640 },
  javaScriptEnabled: false,
  locale: 'sq',
} as const satisfies BrowserContextOptions;

/**
 * A window that reaches our address alone. `asked` is all that it asked for, and `elsewhere` what would have left us:
 * that is answered with an empty page.
 */
export async function openWindow(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ window: BrowserContext; asked: string[]; elsewhere: string[] }> {
  const window = await browser.newContext({ ...phone, ...options });
  const asked: string[] = [];
  const elsewhere: string[] = [];
  window.on('request', (request) => {
    const address = request.url();
    if (address.startsWith(url)) asked.push(`${request.method()} ${address.slice(url.length)}`);
    else if (!address.startsWith('data:')) elsewhere.push(address);
  });
  await window.route(
    (address) => !address.href.startsWith(url),
    (route) => route.fulfill({ contentType: 'text/html', body: '<title>neutral</title><h1>A neutral page</h1>' }),
  );
  return { window, asked, elsewhere };
}
