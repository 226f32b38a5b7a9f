import { afterAll, beforeAll, expect, it } from 'vitest';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import { startTestBesa, type BesaUnderTest } from '#test/support/running-besa.ts';
import { shownOn, storedOn, type Screen, type ScreenBrowser } from './screen.ts';
import { codeOn, fillForm, places, secrets, sendForm } from './walks.ts';

const neutral = 'https://www.wikipedia.org/';
const before = 'https://before.example/';

/** Ways to leave. `last` is the button at the end of what nobody else should see. */
const ways = {
  button: { withScripts: false, leave: (screen: Screen) => screen.press('#leave') },
  'button, with scripts': { withScripts: true, leave: (screen: Screen) => screen.press('#leave') },
  'Escape three times, with scripts': {
    withScripts: true,
    leave: async (screen: Screen) => {
      for (let times = 0; times < 3; times += 1) await screen.key('Escape');
    },
  },
} as const;

/** How many windows are open at once. Most of the time a window waits. */
const windowsAtOnce = 3;

export interface LeavingOptions {
  /** The places that are left; all by default. */
  from?: typeof places;
  /** Whether this browser keeps pages whole, for Back. */
  keepsPages: boolean;
}

/**
 * How a report is sent, and what is left of a visit, in one browser. The site before ours and the neutral site are answered by
 * the test.
 */
export function leavingTests(start: () => Promise<ScreenBrowser>, { from = places, keepsPages }: LeavingOptions): void {
  let besa: BesaUnderTest;
  let browser: ScreenBrowser;
  beforeAll(async () => {
    [besa, browser] = await Promise.all([startTestBesa(), start()]);
  });
  afterAll(async () => {
    await browser.close();
    await besa.end();
  });

  /** A window that came from another site, at our start page. */
  const atStart = async (withScripts: boolean): Promise<Screen> => {
    const screen = await browser.open({ url: besa.url, withScripts });
    await screen.goTo(before);
    await screen.goTo(`${besa.url}/sq`);
    screen.elsewhere.length = 0;
    return screen;
  };

  const openCases = async (): Promise<number> => {
    const { body } = await (await besa.signIn('staff-blerim')).list();
    return body.cases.length;
  };

  /** Everything of ours that Back shows, from the neutral page to the site before. */
  const ourPagesBehind = async (screen: Screen): Promise<string[]> => {
    const shown: string[] = [];
    for (let steps = 0; steps < 20; steps += 1) {
      if (!(await screen.back()) || screen.url() === before) return shown;
      shown.push(await shownOn(screen));
    }
    throw new Error('Back never came to the site before ours.');
  };

  it.each([false, true])('a report is three requests, none to anybody else, with scripts: %s', async (withScripts) => {
    const screen = await atStart(withScripts);
    await screen.press('.doors a[href$="/c"]');
    await screen.until('#f-narrative');
    await fillForm(screen);
    await sendForm(screen);
    expect(screen.asked).toEqual(['GET /sq', 'GET /sq/tell/c', 'POST /sq/tell/c']);
    expect(screen.elsewhere).toEqual([]);
    await screen.close();
  });

  it('Back and Forward keep the words, Reload and Forward the receipt, and three presses are one report', async () => {
    const screen = await atStart(false);
    await screen.press('.doors a[href$="/c"]');
    await screen.until('#f-narrative');
    await fillForm(screen);
    const filled = await screen.see<string>(`document.querySelector('#f-narrative').value`);
    for (const step of ['back', 'back', 'forward', 'forward'] as const) await screen[step]();
    expect(await screen.see(`document.querySelector('#f-narrative').value`)).toBe(filled);
    const reports = await openCases();
    await screen.see(
      `document.querySelectorAll('button[value=send]').forEach((one) => { one.click(); one.click(); one.click(); })`,
    );
    await screen.until('.code');
    const code = await codeOn(screen);
    await screen.reload();
    expect(await codeOn(screen)).toBe(code);
    await screen.back();
    expect(await screen.see(`document.querySelector('#f-narrative').value`)).toBe('');
    await screen.forward();
    expect(await codeOn(screen)).toBe(code);
    expect(await openCases()).toBe(reports + 1);
    await screen.close();
  });

  it.each(Object.entries(ways))('leaving by %s leaves nothing of ours', async (_, { withScripts, leave }) => {
    const found: Record<string, readonly string[]> = {};
    await inParallel(windowsAtOnce, Object.entries(from), async ([place, reach]) => {
      const screen = await atStart(withScripts);
      await reach(screen, besa.url);
      const stored = await storedOn(screen);
      await leave(screen);
      await screen.untilAt(neutral);
      const exits = (await screen.history())?.filter((address) => address.includes('/exit')) ?? [];
      const shown = await ourPagesBehind(screen);
      // A script leaves nothing of ours behind. Without one, our pages are there, and say nothing.
      const telling = shown.filter((one) => (withScripts ? one.startsWith(besa.url) : secrets.test(one)));
      found[place] = [...stored, ...exits, ...telling, ...(await screen.cookies())];
      await screen.close();
    });
    expect(found).toEqual(Object.fromEntries(Object.keys(from).map((place) => [place, []])));
  });

  it.runIf(keepsPages)('words are there after Back from any other page, so these tests would see them', async () => {
    const screen = await atStart(false);
    await places['the form']?.(screen, besa.url);
    await screen.goTo(`${besa.url}/sq/help`);
    await screen.back();
    expect(await shownOn(screen)).toMatch(secrets);
    await screen.close();
  });

  it('the next one at the screen finds nothing by Back, Forward and Reload after [Done]', async () => {
    const screen = await atStart(false);
    await places['the thread']?.(screen, besa.url);
    await screen.press('.actions .out');
    await screen.untilAt(neutral);
    const seen = await ourPagesBehind(screen);
    while (await screen.forward()) {
      seen.push(await shownOn(screen));
      if (screen.url().startsWith(besa.url)) {
        await screen.reload();
        seen.push(await shownOn(screen));
      }
    }
    for (const one of seen) expect(one).not.toMatch(secrets);
    expect(seen.filter((one) => one.includes('Ky ekran u pastrua')).length).toBeGreaterThan(3);
    await screen.close();
  });
}
