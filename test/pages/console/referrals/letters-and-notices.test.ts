import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { findingsOn } from '../../axe.ts';
import { inPage } from '../../windows.ts';
import { consoleInBrowser } from '../console.ts';

const { besa, arrives, openAs } = consoleInBrowser();

const police = 'police_cybercrime-1';
const address = 'https://bad.example/two';

const filed = (more: object = {}) =>
  arrives({
    category: 'grooming',
    narrative: 'Më kërkon foto.',
    urls: ['https://bad.example/one', address],
    accounts: [{ platform: 'instagram', handle: '@keq.1' }],
    about: 'me',
    victims: [{ ageYears: 15, gender: 'female' }],
    reporter: { role: 'child', ageYears: 15 },
    language: 'sq',
    ...more,
  });

/** Without blanks, which a browser writes as it likes. */
const bare = (html: string): string => html.replaceAll(/\s/gu, '');

const panelOf = (page: Page) => page.locator('.panel');

async function press(page: Page, name: string): Promise<void> {
  await panelOf(page).getByRole('button', { name, exact: true }).click();
}

/** Reads the case, and comes back to the referrals. */
async function readAndBack(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Raportimi', exact: true }).click();
  await page.locator('.gate').waitFor();
  const why = page.getByRole('button', { name: 'Kam turnin' });
  await ((await why.count()) === 0 ? page.locator('.gate button').first() : why).click();
  await page.locator('#opened-text').waitFor();
  await page.getByRole('link', { name: 'Referime' }).click();
  await page.locator('.cards').first().waitFor();
}

it('shows the letter in a frame without scripts, as the API words it, prints it, and breaks no rule of the page', async () => {
  const { caseNumber } = await filed();
  const officer = await besa().signIn('staff-blerim');
  await officer.command(caseNumber, 'read', { reason: 'on_duty' });
  const body = { fields: ['narrative', 'addresses'], addresses: [1], ground: 'consent' };
  expect((await officer.command(caseNumber, `referrals/${police}/sending`, body)).status).toBe(200);
  const { page, refused, elsewhere } = await openAs('staff-blerim', `/cases/${caseNumber}?tab=referrals`);
  const card = page.locator('.card', { hasText: 'Hetimin e Krimeve Kibernetike' });
  await card.getByRole('button', { name: 'Shkresa' }).click();
  await page.getByText('fjalët e raportuesit të pambuluara').waitFor();
  expect(await page.locator('iframe').count()).toBe(0);
  await page.getByRole('button', { name: 'Hapeni shkresën' }).click();
  const frame = page.frameLocator('.letter iframe');
  await frame.locator('h1').waitFor();
  expect(await frame.locator('main').innerText()).toContain(address);
  const printed = await officer.letter(caseNumber, police);
  const shown = await frame.locator('main').evaluate((main) => (main as unknown as { outerHTML: string }).outerHTML);
  expect(bare(shown)).toBe(bare(/<main>[\s\S]*<\/main>/u.exec(printed.body)?.[0] ?? ''));
  // Its own style holds, and no script of anybody would run in it.
  const inFrame = `document.querySelector('.letter iframe').contentDocument`;
  expect(await inPage(page, `getComputedStyle(${inFrame}.querySelector('header')).borderBottomStyle`)).toBe('solid');
  expect(await page.locator('.letter iframe').getAttribute('sandbox')).not.toContain('allow-scripts');
  expect(await inPage(page, `${inFrame}.querySelectorAll('a, script, img, link').length`)).toBe(0);
  await inPage(page, `document.querySelector('.letter iframe').contentWindow.print = () => { window.printed = true; }`);
  await page.getByRole('button', { name: 'Printojeni' }).click();
  expect(await inPage(page, 'window.printed')).toBe(true);
  expect(await findingsOn(page)).toEqual([]);
  await page.locator('section.letter').getByRole('button', { name: 'English' }).click();
  await frame.getByText('Confidential').first().waitFor();
  expect(refused).toEqual([]);
  expect(elsewhere).toEqual([]);
  // Every other way of making elements from a text is refused, and so is a second way of that name.
  for (const tried of [
    `document.body.innerHTML = '<b>x</b>'`,
    `document.querySelector('.letter iframe').srcdoc = '<b>x</b>'`,
    `trustedTypes.createPolicy('letter', { createHTML: (html) => html })`,
    `trustedTypes.createPolicy('other', { createHTML: (html) => html })`,
  ]) {
    expect(await inPage(page, `(() => { try { ${tried}; return 'made'; } catch { return 'refused'; } })()`)).toBe(
      'refused',
    );
  }
  await page.locator('.letter').getByRole('button', { name: 'Mbylleni' }).click();
  await page.locator('.letter').waitFor({ state: 'detached' });
  await page.context().close();
});

it('gives the copy for a notice as typed, to be pasted, records the notice and its answer', async () => {
  const { caseNumber } = await filed({ category: 'cyberbullying' });
  const { page, asked, refused } = await openAs('staff-blerim', `/cases/${caseNumber}?tab=referrals`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await readAndBack(page);
  await page.getByRole('button', { name: 'Kopja për platformën' }).click();
  await panelOf(page).locator('input').first().waitFor();
  expect(await panelOf(page).locator('input:checked').count()).toBe(0);
  await press(page, 'Kopja për platformën');
  expect(await panelOf(page).locator('.refusal').innerText()).toContain('të paktën një adresë ose llogari');
  await panelOf(page).getByLabel('hxxps://bad.example/two').check();
  await panelOf(page).getByLabel('@keq.1').check();
  await press(page, 'Kopja për platformën');
  const text = panelOf(page).getByLabel('Teksti për formularin e platformës');
  await text.waitFor();
  expect(await text.inputValue()).toBe(`${address}\n@keq.1`);
  expect(await text.isEditable()).toBe(false);
  expect(await findingsOn(page)).toEqual([]);
  await panelOf(page).getByRole('button', { name: 'Kopjojeni tekstin' }).click();
  await panelOf(page).getByText('U kopjua').waitFor();
  expect(await inPage(page, 'navigator.clipboard.readText()')).toBe(`${address}\n@keq.1`);
  await panelOf(page).getByRole('button', { name: 'Mbylleni' }).click();
  await panelOf(page).waitFor({ state: 'detached' });
  expect(await inPage<string>(page, 'document.documentElement.outerHTML')).not.toContain(address);

  await page.getByRole('button', { name: 'Shënoni njoftimin te platforma' }).click();
  await panelOf(page).getByLabel('Platforma').selectOption('instagram');
  await panelOf(page).getByLabel('me formularin e platformës').check();
  await press(page, 'Shënoni njoftimin te platforma');
  const card = page.locator('.card', { hasText: 'pret përgjigje' });
  await card.waitFor();
  await card.getByRole('button', { name: 'Shënoni përgjigjen e platformës' }).click();
  await panelOf(page).getByLabel('e hoqi', { exact: true }).check();
  await press(page, 'Shënoni përgjigjen e platformës');
  await page.locator('.card .state', { hasText: 'e hoqi' }).waitFor();
  const { notices } = (await (await besa().signIn('staff-blerim')).show(caseNumber)).body;
  expect(notices).toMatchObject([{ platform: 'instagram', way: 'reporting_form', answer: 'removed' }]);
  expect(asked.join('\n')).not.toContain('bad.example');
  expect(refused).toEqual([]);
  await page.context().close();
});

it('shows no address to somebody who is not cleared, and sends none for them', async () => {
  const { caseNumber } = await filed({ category: 'csam', flags: { inDanger: true } });
  const { page } = await openAs('staff-arta', `/cases/${caseNumber}?tab=referrals`);
  await readAndBack(page);
  await page.getByRole('button', { name: 'Kopja për platformën' }).click();
  await panelOf(page).getByText('kush ka të drejtën për adresat').waitFor();
  expect(await panelOf(page).getByLabel('@keq.1').count()).toBe(1);
  expect(await inPage<string>(page, 'document.documentElement.outerHTML')).not.toContain('bad.example');
  const card = page.locator('.card').first();
  expect(await card.innerText()).toContain('Nuk e dërgoni dot ju tani: Në turn ka dikë që mund ta dërgojë');
  expect(await card.getByRole('button', { name: 'Dërgojeni referimin' }).count()).toBe(0);
  await page.context().close();
});
