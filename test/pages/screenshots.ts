import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBesa } from '#infra/local/besa.ts';
import { sampleLivesMs } from '#infra/local/sample/file-sample.ts';
import { launchBrowser, openWindow } from './browser.ts';
import { shootConsole } from './console/console-screenshots.ts';
import { looks, looksIn, setText } from './looks.ts';
import { fillForm, states } from './states.ts';

/*
 * `npm run screenshots`: every page in every state, whole, into build/screenshots, and the console as each role meets it
 * with the cases of the sample. A word after it draws only the looks, states, ways and roles of that name:
 * `npm run screenshots -- dark receipt`, `npm run screenshots -- officer`.
 */

const folder = join(import.meta.dirname, '../../build/screenshots');

const only = process.argv.slice(2);
const isWanted = (name: string, look: string): boolean =>
  only.filter((one) => one in looks).every((one) => one === look) &&
  (only.every((one) => one in looks) || only.includes(name));
const dataDir = mkdtempSync(join(tmpdir(), 'besa-screenshots-'));
// The cases of the sample come within half an hour, which is over when they are looked at.
const startsAt = new Date(Date.now() - sampleLivesMs).toISOString();
const besa = await startBesa({ dataDir, quiet: true, startsAt });
const browser = await launchBrowser();
mkdirSync(folder, { recursive: true });
try {
  for (const [look, { text, ...options }] of Object.entries(looks)) {
    const { window } = await openWindow(browser, besa.url, options);
    const page = await window.newPage();
    const language = options.locale ?? 'sq';
    const shoot = async (name: string): Promise<void> => {
      if (text !== undefined) await setText(page, text);
      await page.screenshot({ path: join(folder, `${name}-${look}.png`), fullPage: true });
    };
    for (const [name, reach] of Object.entries(states)) {
      if (!isWanted(name, look)) continue;
      await reach({ page, url: besa.url, language, fillForm });
      await shoot(name);
    }
    for (const [name, address] of await looksIn(besa.url, language)) {
      if (!isWanted(name, look)) continue;
      await page.goto(address);
      await shoot(name);
    }
    await window.close();
  }
  await shootConsole({ besa, browser, folder, only });
} finally {
  await browser.close();
  await besa.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
