import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { fillForm, openThread, typed } from './states.ts';
import { keepsPages } from './browser.ts';
import { besaInBrowser, codeOn, inPage } from './windows.ts';

const { besa, open } = besaInBrowser();

const send = (page: Page): Promise<void> => page.locator('button[value=send]').click();
const values = (page: Page) =>
  inPage<string[]>(
    page,
    `[...document.querySelectorAll('#report input, #report textarea, #report select')]
      .filter((one) => !['radio', 'checkbox'].includes(one.type) || one.checked)
      .map((one) => one.name + '=' + one.value)`,
  );

/** How long something may take that comes by itself. */
const patient = { timeout: 20_000 };

const codeIn = (html: string): string | undefined => /class="code"[^>]*>([^<]+)</.exec(html)?.[1]?.trim();

describe('the form', () => {
  it('shows one part at a time, and keeps everything on the way back and forward', async () => {
    const { page, asked } = await open();
    await page.goto(`${besa().url}/sq/tell/c`);
    const seen = (): Promise<boolean[]> =>
      Promise.all([1, 2, 3, 4].map((part) => page.locator(`[id="${part}"]`).isVisible()));
    expect(await seen()).toEqual([true, false, false, false]);
    await fillForm(page);
    expect(await seen()).toEqual([false, false, false, true]);
    const before = await values(page);
    await page.goBack();
    await page.goBack();
    expect(await seen()).toEqual([false, true, false, false]);
    await page.goForward();
    await page.goForward();
    expect(await values(page)).toEqual(before);
    expect(asked).toEqual(['GET /sq/tell/c']);
    await page.context().close();
  });

  it('shows every part where the stylesheet cannot hide them, and can be sent', async () => {
    const { page } = await open();
    await page.route(`${besa().url}/sq/tell/c`, async (route) => {
      if (route.request().method() !== 'GET') return route.continue();
      const response = await route.fetch();
      const body = (await response.text()).replace('@supports selector(:has(a))', '@supports (nothing:nothing)');
      const { 'content-security-policy': _, ...headers } = response.headers();
      return route.fulfill({ response, body, headers });
    });
    await page.goto(`${besa().url}/sq/tell/c`);
    for (const part of [1, 2, 3, 4]) expect(await page.locator(`[id="${part}"]`).isVisible()).toBe(true);
    expect(await page.locator('.onward').first().isVisible()).toBe(false);
    await page.locator('summary').first().click();
    await page.locator('label:has([value=cyberbullying])').click();
    await page.locator('#f-narrative').fill(typed);
    await send(page);
    await page.locator('.code').waitFor();
    await page.context().close();
  });

  it('is one report when Send is pressed three times while the server is slow', async () => {
    const { page } = await open();
    await page.goto(`${besa().url}/sq/tell/c`);
    await fillForm(page);
    const codes: string[] = [];
    let arrived = 0;
    await page.route(`${besa().url}/sq/tell/c`, async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      arrived += 1;
      const response = await route.fetch();
      codes.push(codeIn(await response.text()) ?? 'none');
      // The browser has given up the first two by then.
      await expect.poll(() => codes.length, patient).toBe(3);
      return route.fulfill({ response }).catch(() => undefined);
    });
    await page.locator('button[value=send]').scrollIntoViewIfNeeded();
    const { x, y } = (await page.locator('button[value=send]').boundingBox()) ?? { x: 0, y: 0 };
    for (let times = 1; times <= 3; times += 1) {
      await page.mouse.click(x + 20, y + 20);
      await expect.poll(() => arrived, patient).toBe(times);
    }
    const code = await codeOn(page);
    expect(codes).toEqual([code, code, code]);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.reload();
    expect(await codeOn(page)).toBe(code);
    await page.goBack();
    expect(await page.locator('#f-narrative').inputValue()).toBe('');
    await page.goForward();
    await page.reload();
    expect(await codeOn(page)).toBe(code);
    await page.context().close();
  });

  it('is sent by nothing but Send: not by Enter in any control of any part', async () => {
    const { page } = await open();
    const pressed: string[] = [];
    await page.goto(`${besa().url}/sq/tell/s`);
    await page.route(`${besa().url}/sq/tell/s`, (route) => {
      pressed.push(/name="go"\r\n\r\n(\w*)/.exec(route.request().postData() ?? '')?.[1] ?? 'no button');
      // A browser stays where it is.
      return route.fulfill({ status: 204 });
    });
    const controls = await inPage<number>(
      page,
      `(() => {
        for (const one of document.querySelectorAll('details')) { one.removeAttribute('name'); one.open = true; }
        for (const one of document.querySelectorAll('section, .ask')) one.style.display = 'block';
        controls = [...document.querySelectorAll('#report :is(input:not([type=hidden]), textarea, select, summary)')];
        return controls.length;
      })()`,
    );
    expect(controls).toBeGreaterThan(100);
    for (let at = 0; at < controls; at += 1) {
      await inPage(page, `controls[${at}].focus()`);
      await page.keyboard.press('Enter');
    }
    expect([...new Set(pressed)]).toEqual(['check']);
    expect(pressed.length).toBeGreaterThan(10);
    await page.locator('button[value=send]').click();
    await expect.poll(() => pressed.at(-1), patient).toBe('send');
    await page.context().close();
  });

  it.each([2, 3])('keeps words and key when the language is changed in part %i', async (part) => {
    const { page } = await open();
    await page.goto(`${besa().url}/sq/tell/c`);
    await fillForm(page);
    for (let back = 4; back > part; back -= 1) await page.goBack();
    expect(await page.locator(`[id="${part}"]`).isVisible()).toBe(true);
    const before = await values(page);
    await page.locator('header button[value=en]').click();
    await page.locator('html[lang=en]').waitFor();
    expect(await values(page)).toEqual(before);
    await page.goto(`${page.url()}#4`);
    await send(page);
    await page.locator('.code').waitFor();
    await page.context().close();
  });

  it('gives back every text as it was typed, runs none of it, and leads to what is wrong', async () => {
    const hostile =
      '\n\nfirst\n</textarea><script>document.title="ran"</script> &amp; "\' \0\u202E bidi \u{1F600}\uFFFE\f\n ';
    const { page, refused } = await open({ javaScriptEnabled: true });
    await page.goto(`${besa().url}/en/tell/s`);
    const words = ['narrative', 'urls', 'school', 'name', 'organisation', 'phone', 'email', 'whenSafe'];
    for (const name of words) {
      await inPage(page, `document.getElementById('f-${name}').value = ${JSON.stringify(hostile)}`);
    }
    const before = await values(page);
    await page.goto(`${besa().url}/en/tell/s#4`);
    await send(page);
    await page.locator('[role=alert]').waitFor();
    // No page can hold a zero: it is the only sign that does not come back.
    expect(await values(page)).toEqual(before.map((one) => one.replaceAll('\0', '')));
    expect(await page.title()).toBe('Error: Part 1 of 4');
    expect(await inPage(page, `document.activeElement.closest('[role=alert]') !== null`)).toBe(true);
    await page.locator('[role=alert] a').first().click();
    expect(new URL(page.url()).hash).toBe('#f-category');
    expect(await page.locator('#f-category').isVisible()).toBe(true);
    expect(refused).toEqual([]);
    await page.context().close();
  });

  it('that says nothing says what is missing, and each link leads to its field', async () => {
    const { page } = await open();
    await page.goto(`${besa().url}/sq/tell/c#4`);
    await send(page);
    await page.locator('[role=alert]').waitFor();
    expect(await page.locator('[role=alert] a').allInnerTexts()).toEqual([
      expect.stringMatching(/^Zgjidh çfarë ndodhi/),
    ]);
    await page.locator('summary').first().click();
    await page.locator('label:has([value=cyberbullying])').click();
    await page.locator('details:has(#f-phone) > summary').click();
    await page.locator('#f-whenSafe').fill('x'.repeat(201));
    await send(page);
    const links = page.locator('[role=alert] a');
    expect(await links.allInnerTexts()).toEqual([expect.stringContaining('ka 1 karaktere më shumë se lejohet')]);
    await page.locator('details:has(#f-phone) > summary').click();
    await links.first().click();
    expect(await page.locator('#f-whenSafe').isVisible()).toBe(true);
    await page.locator('#f-whenSafe').fill('');
    await send(page);
    expect(await page.locator('[role=alert] a').allInnerTexts()).toEqual([
      expect.stringMatching(/^Shkruaj diçka: edhe një fjalë mjafton/),
    ]);
    await page.context().close();
  });

  it.each([
    [10_000, '.code', 0],
    [10_001, '[role=alert]', 1],
  ])('of %i signs of four bytes, answers with %s', async (length, answer, forms) => {
    const { page } = await open();
    await page.goto(`${besa().url}/sq/tell/c`);
    await page.locator('summary').first().click();
    await page.locator('label:has([value=cyberbullying])').click();
    await page.locator('a[href="#2"].first').click();
    await page.locator('#f-narrative').fill('\u{1F600}'.repeat(length));
    await page.locator('a[href="#3"].first').click();
    await page.locator('a[href="#4"].first').click();
    await send(page);
    await page.locator(answer).waitFor();
    const given = await page
      .locator('#f-narrative')
      .evaluateAll((fields) => fields.map((field) => 'value' in field && field.value));
    expect(given).toEqual(Array.from({ length: forms }, () => '\u{1F600}'.repeat(length)));
    await page.context().close();
  });
});

/** How somebody sends again. Back needs a browser that keeps whole pages, with what was typed in them. */
const ways = ['Reload', ...(keepsPages ? ['Back and Send'] : [])];

describe.each([false, true])('when the network is cut at Send, with scripts: %s,', (javaScriptEnabled) => {
  const cuts = ['the report', 'the answer'].flatMap((lost) => ways.map((way) => [lost, way]));
  it.each(cuts)('and %s is lost, it is one report by %s', async (lost, way) => {
    const { page } = await open({ javaScriptEnabled });
    await page.goto(`${besa().url}/sq/tell/c`);
    await fillForm(page);
    const before = await values(page);
    let back = before;
    let stored: string | undefined;
    await page.route(
      `${besa().url}/sq/tell/c`,
      async (route) => {
        if (lost === 'the answer') stored = codeIn(await (await route.fetch()).text());
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    const failed = page.waitForEvent('requestfailed');
    await page.locator('button[value=send]').click({ noWaitAfter: true });
    await failed;
    await expect.poll(() => page.url(), patient).toMatch(/^chrome-error:/);
    if (way === 'Reload') {
      await page.reload();
    } else {
      // What is shown again as it was is no navigation that anybody could wait for.
      void page.goBack().catch(() => undefined);
      await page.locator('#f-narrative').waitFor({ state: 'attached' });
      back = await values(page);
      await send(page);
    }
    expect(back).toEqual(before);
    const code = await codeOn(page);
    expect(code).toBe(stored ?? code);
    await page.context().close();
  });
});

it('what is typed stands in no address, no header, no title and no entry of the history', async () => {
  const { page } = await open({ javaScriptEnabled: true, locale: 'en' });
  const seen: string[] = [];
  page.on('request', async (request) => seen.push(request.url(), JSON.stringify(await request.allHeaders())));
  page.on('response', async (response) => seen.push(JSON.stringify(await response.allHeaders())));
  const look = async (): Promise<void> => {
    const entries = 'JSON.stringify([document.title, name, history.state, navigation.entries().map((one) => one.url)])';
    seen.push(page.url(), await inPage<string>(page, entries));
  };
  await page.goto(`${besa().url}/en/tell/s`);
  const words = ['narrative', 'urls', 'school', 'name', 'organisation', 'phone', 'email', 'whenSafe'];
  for (const word of words) {
    await inPage(page, `document.getElementById('f-${word}').value = 'canary${word}7f3a'`);
  }
  await page.goto(`${besa().url}/en/tell/s#4`);
  await page.locator('header button[value=sq]').click();
  await page.locator('html[lang=sq]').waitFor();
  await look();
  await page.goto(`${page.url()}#4`);
  await send(page);
  await page.locator('[role=alert]').waitFor();
  await look();
  await page.locator('summary').first().click();
  await page.locator('label:has([value=cyberbullying])').click();
  await send(page);
  const code = await codeOn(page);
  await look();
  await openThread(page);
  await look();
  await page.locator('#f-text').fill('canarymessage7f3a');
  await page.locator('button[value=message]').click();
  await page.locator('.thread').waitFor();
  await look();
  expect(seen.length).toBeGreaterThan(20);
  const all = seen.join('\n').toLowerCase();
  expect(all).not.toContain('canary');
  expect(all).not.toContain(code.toLowerCase());
  await page.context().close();
});
