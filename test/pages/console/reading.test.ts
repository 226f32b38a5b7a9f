import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inPage } from '../windows.ts';
import { consoleInBrowser } from './console.ts';

const { besa, openAs } = consoleInBrowser();

/** Words that nobody else writes: wherever they stand, the text stands. */
const canary = 'kanarinafjala';
const answer = 'kanarinapergjigja';

const narrative = `Më shkruan çdo natë ${canary}.\n\nShihe: https://bad.example/${canary} dhe www.bad.example.`;

async function criticalCase(): Promise<{ caseNumber: string; receipt: string }> {
  const report = {
    category: 'grooming',
    narrative,
    urls: [`https://bad.example/${canary}`],
    accounts: [{ platform: 'instagram', handle: `@${canary}` }],
    about: 'me',
    flags: { meetingArranged: true, inDanger: true },
    reporter: {
      role: 'child',
      ageYears: 13,
      contact: { phone: '+355691234567', safe: 'unsure', whenSafe: 'pas shkollës' },
    },
    wishes: { police: 'no' },
    language: 'sq',
  };
  const { body } = await besa().report(report);
  const added = { receipt: body.receipt, text: `Edhe sot ${answer}.` };
  const key = { 'idempotency-key': randomUUID() };
  expect((await besa().post('/v1/follow-up/messages', added, key)).status).toBe(201);
  await besa().inside.quiet();
  return body;
}

/** All that stands in the page, and all that the browser keeps. */
async function shownAndKept(page: Page): Promise<string> {
  return inPage<string>(
    page,
    `JSON.stringify([document.documentElement.outerHTML, [...document.querySelectorAll('textarea,input')].map((one) => one.value)])`,
  );
}
const kept = `JSON.stringify([{ ...sessionStorage, ...localStorage }, document.cookie, document.title, location.href])`;

/** Tabs on until what has the focus is this. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if (await inPage<boolean>(page, `document.activeElement?.matches(${JSON.stringify(selector)}) === true`)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The key ${key} never leads to ${selector}.`);
}

it('asks why, warns, opens veiled, makes no link, leaves no trace, and stands in the access log', async () => {
  const { caseNumber } = await criticalCase();
  const { page, asked, elsewhere, refused } = await openAs('staff-blerim', `/cases/${caseNumber}`);
  await page.locator('.case-bar a.primary', { hasText: 'Lexoni' }).click();
  await page.locator('#gate-title:focus').waitFor();
  expect(await page.locator('.gate').innerText()).toContain('dhunë seksuale ndaj një fëmije');
  expect(await page.locator('.gate button').allInnerTexts()).toEqual(['Kam turnin', 'E kam rastin', 'Arsye tjetër']);
  expect(await page.locator('button.primary:visible, a.primary:visible').count()).toBe(1);

  await page.getByRole('button', { name: 'Kam turnin' }).click();
  await page.locator('#opened-text').waitFor();
  const veils = page.locator('.veil');
  expect(await veils.count()).toBe(2);
  // Accounts and addresses stand beside the words: a person has to look at them. The words are nowhere yet.
  const beside = await page.locator('.said').innerHTML();
  expect(beside).not.toContain(canary);
  expect(await veils.first().getAttribute('aria-expanded')).toBe('false');

  await veils.first().press('Enter');
  await page.locator('.said p:not(.on-paper)').waitFor();
  expect(await page.locator('.said').innerText()).toContain(canary);
  await veils.first().press('Space');
  expect(await page.locator('.said p:not(.on-paper)').count()).toBe(2);
  expect(await page.locator('.said').innerText()).toContain(`hxxps://bad.example/${canary}`);
  expect(await page.locator('.said').innerText()).toContain('www[.]bad[.]example');
  expect(await shownAndKept(page)).not.toContain('https://bad.example');
  const links = await inPage<string[]>(page, `[...document.querySelectorAll('[href]')].map((one) => one.href)`);
  // Whom to ring for a person in danger is the pack's, and no word of the report.
  const ours = (link: string): boolean =>
    link.startsWith(besa().url) || ['data:,', 'tel:129', 'tel:112'].includes(link);
  expect(links.filter((link) => !ours(link))).toEqual([]);
  expect(links.join(' ')).not.toContain(canary);
  // How the reporter is reached, and whether that is safe, stands before the number.
  expect(await page.locator('.opened .facts').last().innerText()).toMatch(
    /Pa rrezik: [\s\S]*pas shkollës[\s\S]*\+355691234567/u,
  );

  expect(await inPage<string>(page, kept)).not.toContain(canary);
  expect(asked.join('\n')).not.toContain(canary);
  await page.getByRole('button', { name: 'Largohuni nga rasti' }).click();
  await page.waitForURL(/\/staff\/cases$/u);
  expect(await shownAndKept(page)).not.toContain(canary);
  await page.goBack();
  // How much one has opened is shown to oneself.
  await page.locator('.gate', { hasText: 'në 12 orët e fundit: 1.' }).waitFor();
  expect(await shownAndKept(page)).not.toContain(canary);
  expect(readFileSync(besa().inside.logFile, 'utf8')).not.toContain(canary);
  expect(elsewhere).toEqual([]);
  expect(refused).toEqual([]);

  const auditor = await besa().signIn('staff-ilir');
  const log = (await auditor.look(`access-log?case=${caseNumber}`)).body as { entries: object[] };
  expect(log.entries).toContainEqual(
    expect.objectContaining({ actor: 'staff-blerim', action: 'read', reason: 'on_duty', caseNumber }),
  );
  await page.context().close();
});

it('leads from the head to an opened message by the keyboard alone', async () => {
  const { caseNumber } = await criticalCase();
  const { page } = await openAs('staff-blerim', `/cases/${caseNumber}`);
  await page.locator('nav.tabs').waitFor();
  await tabTo(page, 'nav.tabs a');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.locator('.gate').waitFor();
  await tabTo(page, '.gate button');
  await page.keyboard.press('Enter');
  await page.locator('#opened-text').waitFor();
  await tabTo(page, '#opened-text');
  await tabTo(page, 'nav.tabs a', 'Shift+Tab');
  await tabTo(page, 'nav.tabs a[href*=thread]', 'ArrowRight');
  await page.keyboard.press('Enter');
  await page.locator('.messages').waitFor();
  expect(await page.locator('.messages').innerText()).not.toContain(answer);
  await tabTo(page, '.messages .veil');
  await page.keyboard.press('Space');
  await page.locator('.messages p', { hasText: answer }).waitFor();
  // The focus stays where it was, so that the next press covers it again.
  await page.keyboard.press('Space');
  await page.locator('.messages .veil').waitFor();
  expect(await shownAndKept(page)).not.toContain(answer);
  await page.context().close();
});

it('says beside an opened report that the reporter wrote again, and leads to those words', async () => {
  const { caseNumber } = await criticalCase();
  const { page } = await openAs('staff-blerim', `/cases/${caseNumber}?tab=report`);
  await page.locator('.gate .reasons button').first().click();
  await page.locator('#opened-text').waitFor();
  await page.locator('.opened .warning a[href*=thread]').click();
  await page.locator('.messages .reporter').waitFor();
  expect(new URL(page.url()).searchParams.get('tab')).toBe('thread');
  await page.context().close();
});

it('opens what was written after the text was opened, and goes back to what was before', async () => {
  const { caseNumber, receipt } = await criticalCase();
  const { page } = await openAs('staff-blerim', `/cases/${caseNumber}?tab=report`);
  await page.locator('.gate button').first().click();
  await page.locator('#opened-text').waitFor();
  const later = { receipt, text: 'Dhe tani prapë.' };
  await besa().post('/v1/follow-up/messages', later, { 'idempotency-key': randomUUID() });
  await besa().inside.quiet();
  await inPage(page, `dispatchEvent(new Event('focus'))`);
  await page.locator('.case-news button').click();
  // What is unread is in the thread, so that is where reading leads.
  await page.locator('.case-bar a.button', { hasText: 'Lexoni' }).click();
  await page.locator('.messages').waitFor();
  await page.getByRole('button', { name: 'Hapni më të rejat (1)' }).click();
  await page.getByRole('button', { name: 'Hapni më të hershmet (1)' }).waitFor();
  await page.locator('.messages .veil').click();
  await page.locator('.messages p', { hasText: 'Dhe tani prapë.' }).waitFor();
  expect(await page.locator('.case-facts').innerText()).not.toContain('Pa lexuar');
  await page.getByRole('button', { name: 'Hapni më të hershmet (1)' }).click();
  await page.locator('.messages li').nth(1).waitFor();
  expect(await page.locator('.messages li').count()).toBe(2);
  await page.context().close();
});

it('shows no address to somebody who is not cleared, and says so', async () => {
  const { body } = await besa().report({
    category: 'csam',
    narrative: `Faqja është https://bad.example/${canary} atje.`,
    urls: [`https://bad.example/${canary}`],
    about: 'content_only',
    reporter: { role: 'citizen' },
    language: 'sq',
  });
  await besa().inside.quiet();
  const { page } = await openAs('staff-arta', `/cases/${body.caseNumber}?tab=report`);
  await page.locator('.gate button').first().click();
  await page.locator('#opened-text').waitFor();
  await page.locator('.veil').click();
  await page.locator('.said p:not(.on-paper)').waitFor();
  expect(await page.locator('.said').innerText()).toContain('[adresë: duhet e drejta për adresat]');
  expect(await page.locator('.opened').innerText()).toContain('vetëm kush ka të drejtën për adresat');
  expect(await shownAndKept(page)).not.toContain(canary);
  await page.context().close();
});

it('closes the text when nobody touches the page for 15 minutes, and suggests a pause after 45 of reading', async () => {
  const { caseNumber } = await criticalCase();
  const { page } = await openAs('staff-blerim', `/cases/${caseNumber}?tab=report`);
  await page.clock.install();
  await page.reload();
  await page.locator('.gate button').first().click();
  await page.locator('.veil').first().click();
  await page.locator('.said p:not(.on-paper)').waitFor();
  for (let minutes = 0; minutes < 44; minutes += 11) {
    await page.clock.runFor('11:00');
    await page.keyboard.press('Shift');
  }
  expect(await page.locator('.pause').count()).toBe(0);
  await page.clock.runFor('02:00');
  expect(await page.locator('.pause').innerText()).toContain('pushim');
  await page.locator('.pause button').click();
  await page.clock.runFor('02:00');
  expect(await page.locator('.pause').count()).toBe(0);
  expect(await shownAndKept(page)).toContain(canary);
  await page.clock.runFor('15:30');
  await page.locator('dialog.cover').waitFor();
  expect(await shownAndKept(page)).not.toContain(canary);
  await page.context().close();
});

it('asks to sign in again before anything is read on a duty phone that nobody touched', async () => {
  const { caseNumber } = await criticalCase();
  const { page } = await openAs('staff-blerim', `/cases/${caseNumber}?tab=report`);
  await inPage(
    page,
    `localStorage.setItem('besa.refresh', sessionStorage.getItem('besa.refresh')); sessionStorage.removeItem('besa.refresh'); localStorage.setItem('besa.seen', String(Date.now()))`,
  );
  await page.clock.install();
  await page.reload();
  await page.locator('.gate button').first().click();
  await page.locator('.veil').first().click();
  await page.locator('.said p:not(.on-paper)').waitFor();
  await page.clock.runFor('15:30');
  await page.locator('.said').waitFor({ state: 'detached' });
  expect(await shownAndKept(page)).not.toContain(canary);
  expect(await page.locator('.gate').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Hyni përsëri' }).count()).toBeGreaterThan(0);
  await page.context().close();
});

it('closes the text of a case that now keeps its reader out', async () => {
  const { caseNumber } = await criticalCase();
  const { page } = await openAs('staff-blerim', `/cases/${caseNumber}?tab=report`);
  await page.locator('.gate button').first().click();
  await page.locator('.veil').first().click();
  await page.locator('.said p:not(.on-paper)').waitFor();
  const elira = await besa().signIn('staff-elira');
  const excluded = await elira.decide(caseNumber, 'exclusions', { institutions: [], people: ['staff-blerim'] });
  expect(excluded.status).toBe(200);
  await inPage(page, `dispatchEvent(new Event('focus'))`);
  await page.locator('.said').waitFor({ state: 'detached' });
  expect(await shownAndKept(page)).not.toContain(canary);
  expect(await page.locator('nav.tabs').count()).toBe(0);
  await page.context().close();
});
