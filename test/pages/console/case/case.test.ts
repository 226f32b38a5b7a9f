import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { holdsInPage, inPage } from '../../windows.ts';
import { consoleInBrowser } from '../console.ts';
import { extortion } from './extortion.ts';

const { besa, arrives, openAs } = consoleInBrowser();

const filed = async (change: object = {}): Promise<string> => (await arrives({ ...extortion, ...change })).caseNumber;

const opens = async (page: Page): Promise<void> => page.locator('.case-main').waitFor();

it('says how a case stands, and takes it with one tap', async () => {
  const number = await filed();
  const { page } = await openAs('staff-blerim', `/cases/${number}`);
  await opens(page);
  const head = await page.locator('.case-head').innerText();
  expect(head).toContain(number);
  expect(head).toMatch(/kritike[\s\S]*deri[\s\S]*\(mbeten \d+ minuta\)/u);
  const facts = await page.locator('.case-facts').innerText();
  expect(facts).toContain('askush');
  expect(facts).toMatch(/Pa lexuar që prej[\s\S]*Premtimi: leximi/u);
  expect(await page.locator('.case-facts meter').getAttribute('value')).toMatch(/^(?:1|0\.9)/u);
  expect(await page.title()).toBe(`${number} · Besa`);

  await page.locator('.case-bar .button', { hasText: 'Lexoni' }).click();
  await page.locator('.gate button').first().click();
  await page.locator('#opened-text').waitFor();
  await page.locator('.case-bar .primary', { hasText: 'Merreni rastin' }).click();
  await page.locator('.case-facts', { hasText: 'Blerim Gjoka' }).waitFor();
  const shown = (await (await besa().signIn('staff-elira')).show(number)).body as unknown as { assignee: string };
  expect(shown.assignee).toBe('staff-blerim');
  // What was opened is still open.
  expect(await page.locator('.veil').count()).toBe(2);
  await page.context().close();
});

it('shows a change when the person wants it, and moves nothing before', async () => {
  const number = await filed();
  const { page } = await openAs('staff-blerim', `/cases/${number}`);
  await opens(page);
  // What is left of a deadline is said anew by itself.
  const shown = async (): Promise<string> =>
    (await page.locator('ol.entries').innerHTML()) + (await page.locator('.facts dd strong').first().innerText());
  const before = await shown();
  const arta = await besa().signIn('staff-arta');
  await arta.command(number, 'read', { reason: 'on_duty' });
  await arta.command(number, 'claim', {});
  await inPage(page, `dispatchEvent(new Event('focus'))`);
  await page.locator('.case-news', { hasText: 'ndryshime' }).waitFor();
  expect(await page.locator('.case-news').innerText()).toContain('2 ndryshime.');
  expect(await shown()).toBe(before);
  expect(await page.title()).toBe(`${number} · Besa`);
  await page.getByRole('button', { name: 'Shihni' }).click();
  await page.locator('.case-facts', { hasText: 'Arta Hoxha' }).waitFor();
  expect(await page.locator('.case-news').innerText()).toBe('');
  await page.context().close();
});

it('opens a panel, takes the focus there and brings it back', async () => {
  const [lead, other] = [await filed({ category: 'cyberbullying' }), await filed({ category: 'cyberbullying' })];
  const blerim = await besa().signIn('staff-blerim');
  for (const number of [lead, other]) await blerim.command(number, 'read', { reason: 'on_duty' });
  expect((await blerim.decide(other, 'link', { leadCase: lead })).status).toBe(200);
  const { page } = await openAs('staff-blerim', `/cases/${lead}`);
  await opens(page);
  expect(await page.locator('.case-facts a').innerText()).toBe(other);
  await page.locator('.more summary').click();
  await page.getByRole('button', { name: 'Lexoni rastet e lidhura' }).press('Enter');
  await page.locator('.panel form').waitFor();
  expect(await inPage(page, 'document.activeElement.id')).toBe('panel-title');
  await page.getByLabel('Kam turnin').check();
  await page.locator('.panel button.primary').click();
  await page.locator('.panel .opened').nth(1).waitFor();
  expect(await page.locator('.panel .opened h3').allInnerTexts()).toEqual([lead, other]);
  await page.getByRole('button', { name: 'Largohuni nga rasti' }).waitFor();
  await page.getByRole('button', { name: 'Mbylleni' }).click();
  await page.locator('.panel').waitFor({ state: 'detached' });
  await holdsInPage(page, `document.activeElement.textContent === 'Lexoni rastet e lidhura'`);
  // The texts went with the panel.
  expect(await page.getByRole('button', { name: 'Largohuni nga rasti' }).count()).toBe(0);
  await page.context().close();
});

it('shows a role only what it may see', async () => {
  const number = await filed();
  const tabsOf = async (person: string): Promise<string[]> => {
    const { page } = await openAs(person, `/cases/${number}`);
    await opens(page);
    const shown = await page.locator('nav.tabs a').allInnerTexts();
    const head = await page.locator('.case-head').innerText();
    await page.context().close();
    expect(head).toContain(number);
    return shown;
  };
  expect(await tabsOf('staff-ilir')).toEqual(['Ecuria', 'Ruajtja']);
  expect(await tabsOf('staff-hana')).toEqual([]);
  expect(await tabsOf('staff-arta')).toEqual(['Ecuria', 'Raportimi', 'Mesazhet', 'Referimet', 'Shënimet', 'Ruajtja']);
});

it('says what was missed', async () => {
  const number = await filed();
  await besa().advance('PT20M');
  const { page } = await openAs('staff-ilir', `/cases/${number}`);
  await opens(page);
  expect(await page.locator('.case-facts .missed').allInnerTexts()).toContainEqual(
    expect.stringMatching(/^Kaloi afati: dikush duhet të konfirmojë se po merret me të, sot/u),
  );
  await page.context().close();
});
