import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { besaInBrowser, codeOn, inPage } from './windows.ts';

const { besa, open } = besaInBrowser();

interface Focused {
  /** What is focused: its tag, id, name and value, and what it says. */
  what: string;
  /** It is in the window, below the head, and has a ring of 3 px. */
  isSeen: boolean;
  /** Where it stands on the page, from the top. The head stands above all. */
  top: number;
}

const focused = `(() => {
  const one = document.activeElement;
  const ring = one.closest('fieldset label') ?? one;
  const { top, bottom, height } = ring.getBoundingClientRect();
  const head = one.closest('header') ? 0 : document.querySelector('header').getBoundingClientRect().bottom;
  const { outlineStyle, outlineWidth } = getComputedStyle(ring);
  const isInside = top >= head - 1 && (bottom <= innerHeight + 1 || height > innerHeight - head);
  return {
    what: [one.tagName, one.id, one.name, one.value, one.innerText].join(' '),
    at: [top, bottom, head, innerHeight, outlineStyle, outlineWidth].join(' '),
    isSeen: isInside && outlineStyle === 'solid' && parseFloat(outlineWidth) >= 3,
    top: one.closest('header') ? -1 : top + scrollY,
  };
})()`;

/** Goes on by Tab until it comes to what is wanted. Whatever has the focus on the way is seen, and stands in order. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  for (let times = 0; times < 60; times += 1) {
    await page.keyboard.press('Tab');
    const now = await inPage<Focused>(page, focused);
    expect(now).toMatchObject({ isSeen: true });
    // Answers side by side have the same top; a pixel more or less is their ring.
    expect({ ...now, isInOrder: now.top >= last - 2 }).toMatchObject({ isInOrder: true });
    last = now.top;
    if (wanted.test(now.what)) return;
  }
  throw new Error(`Nothing is like ${wanted.source}.`);
}

it.each([320, 1280])('by keyboard alone from the start to a message, in a window of %i px', async (width) => {
  const { page } = await open({ viewport: { width, height: 640 } });
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  await page.goto(`${besa().url}/sq`);
  await tabTo(page, /Jam nën 18 vjeç/);
  await press('Enter');
  await page.locator('#report').waitFor();
  await tabTo(page, /^SUMMARY/);
  await press('Enter');
  await tabTo(page, /^INPUT {2}category/);
  await press('Space');
  await tabTo(page, /Vazhdo/);
  await press('Enter');
  await tabTo(page, /f-narrative/);
  await page.keyboard.type('Tallen me mua.');
  await tabTo(page, /Vazhdo/);
  await press('Enter');
  await tabTo(page, /flag-inDanger/);
  await press('ArrowDown');
  await tabTo(page, /Vazhdo/);
  await press('Enter');
  await tabTo(page, / go send /);
  await press('Enter');
  await page.locator('.code').waitFor();
  const code = await codeOn(page);
  await tabTo(page, /Shiko si po ecën/);
  await press('Enter');
  await page.locator('#f-text').waitFor();
  await tabTo(page, /f-text/);
  await page.keyboard.type('Sot përsëri.');
  await tabTo(page, / go message /);
  await press('Enter');
  await page.locator('.thread').waitFor();
  expect(await page.locator('.thread li').innerText()).toContain('Sot përsëri.');
  expect(await page.locator('.on-paper .code').textContent()).toBe(code);
  await page.context().close();
});

it('a screen reader is told the code sign by sign, groups with their questions, and each error with its field', async () => {
  const { page } = await open();
  await page.goto(`${besa().url}/local/looks/receipt?in=sq&for=child`);
  expect(await page.locator('main').ariaSnapshot()).toContain('7 K 3 M, 9 Q X R, 2 F 5 T, 8 W N A, Z');
  expect(await page.getByRole('button', { name: 'English' }).getAttribute('lang')).toBe('en');
  await page.goto(`${besa().url}/local/looks/form-wrong?in=sq&for=child`);
  const form = page.locator('main');
  const inDanger = page.getByRole('group', { name: /rrezik tani/ });
  expect(await inDanger.getByRole('radio').count()).toBe(3);
  expect(await form.getByRole('textbox', { name: 'Tregoje me fjalët e tua' }).getAttribute('aria-invalid')).toBe(
    'true',
  );
  const described = `(() => {
    const field = document.getElementById('f-narrative');
    return field.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).className);
  })()`;
  expect(await inPage(page, described)).toEqual(['quiet', 'error']);
  await page.context().close();
});
