import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { receiptFrom } from '#shared/domain/identifiers.ts';
import { fillForm, openThread } from './states.ts';
import { besaInBrowser, codeOn, inPage, type OpenPage } from './windows.ts';

const { besa, open } = besaInBrowser();

/** A report that came another way. */
async function aReport(): Promise<{ receipt: string; caseNumber: string }> {
  const { body } = await besa().report({
    category: 'cyberbullying',
    narrative: 'Tallen me mua në grupin e klasës.',
    reporter: { role: 'child' },
    language: 'sq',
  });
  await besa().inside.quiet();
  return body;
}

async function threadOf(receipt: string): Promise<OpenPage> {
  const opened = await open();
  const { page } = opened;
  await page.goto(`${besa().url}/sq/code`);
  await page.locator('#f-receipt').fill(receipt.toLowerCase().replaceAll('-', ' '));
  await page.locator('button.first').click();
  await page.locator('#f-text').waitFor();
  return opened;
}

/** Ends a case with an answer to its reporter. */
async function answered(caseNumber: string): Promise<void> {
  const officer = await besa().signIn('staff-blerim');
  await officer.command(caseNumber, 'read', { reason: 'on_duty' });
  const { severity } = (await officer.show(caseNumber)).body;
  const safe = { severity, safetyDecision: 'safe_for_now', nextStep: 'advise_reporter', message: 'Të shkruam.' };
  expect((await officer.decide(caseNumber, 'handling', safe)).status).toBe(200);
  const ended = { outcome: 'advice_given', message: 'Të treguam çfarë mund të bësh.' };
  expect((await officer.decide(caseNumber, 'resolution', ended)).status).toBe(200);
}

it('the language is changed on receipt and thread, and code and words are kept', async () => {
  const { page, asked } = await open();
  await page.goto(`${besa().url}/sq/tell/c`);
  await fillForm(page);
  await page.locator('button[value=send]').click();
  const code = await codeOn(page);
  await page.locator('header button', { hasText: 'English' }).click();
  await page.locator('html[lang=en]').waitFor();
  expect(await codeOn(page)).toBe(code);
  expect(await page.locator('h2').allInnerTexts()).toContain('Advice for now');
  await page.locator('#f-text').fill('Ende\n po ndodh.');
  await page.locator('header button', { hasText: 'Shqip' }).click();
  await page.locator('html[lang=sq]').waitFor();
  expect(await page.locator('#f-text').inputValue()).toBe('Ende\n po ndodh.');
  await page.locator('button[value=message]').click();
  await page.locator('.thread').waitFor();
  expect(await page.locator('[role=status]').innerText()).toMatch(/^E morëm mesazhin\. Dikush nga ekipi ynë e lexon /);
  await page.reload();
  expect(await page.locator('.thread li').count()).toBe(1);
  expect(asked.join().replaceAll('-', '')).not.toContain(code.replaceAll('-', ''));
  await page.context().close();
});

it('an empty message is not sent, and its field has the error', async () => {
  const { receipt } = await aReport();
  const { page } = await threadOf(receipt);
  await page.locator('summary', { hasText: 'Shto adresën' }).click();
  await page.locator('#f-urls').fill('https://example.com/a');
  await page.locator('button[value=message]').click();
  await page.locator('[role=alert] a').click();
  expect(new URL(page.url()).hash).toBe('#f-text');
  expect(await page.title()).toMatch(/^Gabim: /);
  expect(await page.locator('#f-urls').inputValue()).toBe('https://example.com/a');
  await page.context().close();
});

describe('all that somebody told', () => {
  it('is on a page of the code, without the first report, and gives back what is typed and not sent', async () => {
    const { receipt, caseNumber } = await aReport();
    await answered(caseNumber);
    const { page, asked } = await threadOf(receipt);
    await page.locator('#f-text').fill('Ende\n po ndodh.');
    await page.locator('button[value=message]').click();
    await page.locator('.thread .you').waitFor();
    await page.locator('#f-text').fill('Pa dërguar.');
    await page.locator('button[value=all]').click();
    await page.locator('h1', { hasText: 'Gjithçka që na ke treguar' }).waitFor();
    expect(await page.locator('.thread li').allInnerTexts()).toEqual([expect.stringContaining('po ndodh.')]);
    const shown = await page.locator('main').innerText();
    expect(shown).not.toMatch(/Tallen me mua|Të shkruam|Të treguam/);
    expect(shown).toContain('Raportimin e parë nuk e tregojmë këtu');
    // Neither a file nor the code is offered, and nothing is kept.
    expect(await page.locator('a[download], .code').count()).toBe(0);
    expect(await inPage(page, '[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([0, 0, '']);
    await page.locator('header button', { hasText: 'English' }).click();
    await page.locator('h1', { hasText: 'Everything you told us' }).waitFor();
    await page.locator('main button[value=open]').click();
    await page.locator('#f-text').waitFor();
    expect(await page.locator('#f-text').inputValue()).toBe('Pa dërguar.');
    expect(asked.join().replaceAll('-', '')).not.toContain(receipt.replaceAll('-', ''));
    await page.context().close();
  });

  it('is printed with the words and whom we told, and without buttons', async () => {
    const { receipt } = await aReport();
    const { page } = await threadOf(receipt);
    await page.locator('#f-text').fill('Për në letër.');
    await page.locator('button[value=message]').click();
    await page.locator('.thread .you').waitFor();
    await page.locator('button[value=all]').click();
    await page.locator('h1', { hasText: 'Gjithçka' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main').innerText()).toContain('Për në letër.');
    expect(await page.locator('main button:visible').count()).toBe(0);
    await page.context().close();
  });
});

it.each([
  ['sq', 'c', 'Çfarë ruajmë për ty'],
  ['en', 'p', 'What we keep about you'],
])('what is kept is one click from the form, and takes no word along: %s, %s', async (language, door, heading) => {
  const { page, asked } = await open();
  await page.goto(`${besa().url}/${language}/tell/${door}`);
  await page.locator('footer a', { hasText: heading }).click();
  await page.locator('h1', { hasText: heading }).waitFor();
  expect(await inPage<number>(page, 'document.documentElement.scrollWidth')).toBeLessThanOrEqual(
    await inPage<number>(page, 'innerWidth'),
  );
  expect(asked).toEqual([`GET /${language}/tell/${door}`, `GET /${language}/privacy${door === 'c' ? '' : '?for=a'}`]);
  await page.context().close();
});

describe('a code', () => {
  it('with one wrong sign is told so, and stands there to be mended', async () => {
    const { page } = await open();
    await page.goto(`${besa().url}/sq/code`);
    const wrong = receiptFrom(randomBytes(10)).replace(/.$/, (sign) => (sign === '0' ? '1' : '0'));
    await page.locator('#f-receipt').fill(wrong);
    await page.locator('#f-receipt').press('Enter');
    await page.locator('[role=alert]').waitFor();
    expect(await page.locator('[role=alert]').innerText()).toMatch(
      /^Një shkronjë ose numër i kodit nuk është si duhet/,
    );
    expect(await page.locator('#f-receipt').inputValue()).toBe(wrong);
    expect(await inPage(page, 'document.activeElement.id')).toBe('f-receipt');
    await page.context().close();
  });
});

it('an answer is marked as new until the reporter writes, and “still happening” opens the case again', async () => {
  const { receipt, caseNumber } = await aReport();
  await answered(caseNumber);
  const { page } = await threadOf(receipt);
  expect(await page.locator('.thread .new').count()).toBe(2);
  await page.locator('main a[href="#new"]').click();
  expect(
    await inPage(
      page,
      `document.getElementById('new').getBoundingClientRect().top >= document.querySelector('header').offsetHeight`,
    ),
  ).toBe(true);
  await page.locator('button[value=partly]').click();
  expect(await page.locator('[role=status]').innerText()).toMatch(/^Faleminderit/);
  await page.locator('button[value=still]').click();
  await page.locator('.thread .you').waitFor();
  expect(await page.locator('.thread .new').count()).toBe(0);
  expect(await page.locator('h1').innerText()).toBe('Raportimin tënd e hapëm përsëri.');
  await page.context().close();
});

/** What is read on paper: no button, no link away, no name of the centre. */
const onPaper = `[...document.body.querySelectorAll('button, .button, input, header a')].filter((one) => one.checkVisibility()).length`;

it.each([false, true])(
  'receipt and thread are printed with code, times and phones alone, with scripts: %s',
  async (javaScriptEnabled) => {
    const { page } = await open({ javaScriptEnabled });
    await page.goto(`${besa().url}/sq/tell/c`);
    await fillForm(page);
    await page.locator('button[value=send]').click();
    const code = await codeOn(page);
    const looked = async (): Promise<void> => {
      await page.emulateMedia({ media: 'print' });
      const text = await inPage<string>(page, 'document.body.innerText');
      expect(await inPage(page, onPaper)).toBe(0);
      expect(text).toContain(code);
      expect(text).toContain('116\u00A0111');
      expect(text).toContain('deri ');
      expect(text).not.toMatch(/iSIGURT|Besa/i);
      await page.emulateMedia({ media: 'screen' });
    };
    await looked();
    // A button prints where scripts run. Elsewhere a sentence names the menu.
    expect(await page.locator('#print').isVisible()).toBe(javaScriptEnabled);
    expect(await page.locator('[data-no-js]').isVisible()).toBe(!javaScriptEnabled);
    await openThread(page);
    await looked();
    await page.context().close();
  },
);

it('a word without an end stays within the screen of an old phone', async () => {
  const { receipt } = await aReport();
  const { page } = await threadOf(receipt);
  await page.locator('#f-text').fill('W'.repeat(1000));
  await page.locator('button[value=message]').click();
  await page.locator('.thread', { hasText: 'WWWW' }).waitFor();
  expect(await inPage(page, 'document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await page.context().close();
});

it('the browser is asked to remember nothing that somebody types: no code, and no word', async () => {
  const { receipt } = await aReport();
  const { page } = await threadOf(receipt);
  const remembered = `[...document.querySelectorAll('input, textarea')]
    .filter((one) => !['hidden', 'radio', 'checkbox'].includes(one.type) && one.form?.autocomplete !== 'off')
    .map((one) => one.name)`;
  expect(await inPage(page, remembered)).toEqual([]);
  for (const path of ['/sq/code', '/sq/tell/c', '/sq/tell/p', '/sq/tell/s', '/office']) {
    await page.goto(besa().url + path);
    expect(await page.locator('input, textarea').count()).toBeGreaterThan(0);
    expect(await inPage(page, remembered)).toEqual([]);
  }
  await page.context().close();
});
