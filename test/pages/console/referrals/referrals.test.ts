import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { findingsOn } from '../../axe.ts';
import { inPage } from '../../windows.ts';
import { consoleInBrowser } from '../console.ts';

const { besa, openAs } = consoleInBrowser();

const police = 'police_cybercrime-1';
const words = 'kanarinafjala';

/** A girl of 15 whom an adult harms, who does not want the police to know; with addresses and an account. */
async function againstWish(more: object = {}): Promise<{ caseNumber: string; receipt: string }> {
  const { body } = await besa().report({
    category: 'grooming',
    narrative: `Më kërkon foto ${words}. Shiko te site.example/x.`,
    urls: ['https://bad.example/one', 'https://bad.example/two'],
    accounts: [{ platform: 'instagram', handle: '@keq.1' }],
    about: 'me',
    victims: [{ ageYears: 15, gender: 'female' }],
    suspect: { relation: 'stranger', adult: true },
    reporter: { role: 'child', ageYears: 15 },
    wishes: { police: 'no' },
    language: 'sq',
    ...more,
  });
  await besa().inside.quiet();
  return body;
}

const referralsOf = async (caseNumber: string, person = 'staff-blerim') =>
  (await (await besa().signIn(person)).show(caseNumber)).body.referrals ?? [];

const panelOf = (page: Page) => page.locator('.panel');

async function press(page: Page, name: string): Promise<void> {
  await panelOf(page).getByRole('button', { name, exact: true }).click();
}

/** Opens the panel of sending from the card of the police, and reads the case beside it. */
async function openSending(page: Page): Promise<void> {
  const card = page.locator('.card', { hasText: 'Hetimin e Krimeve Kibernetike' });
  await card.getByRole('button', { name: 'Dërgojeni referimin' }).click();
  await panelOf(page).locator('h3').waitFor();
  if ((await panelOf(page).getByText('lexojeni më parë').count()) === 0) return;
  await panelOf(page).getByRole('link', { name: 'Te leximi' }).click();
  await page.getByRole('button', { name: 'Kam turnin' }).click();
  await page.locator('#opened-text').waitFor();
}

const isAtStep = (page: Page, title: string) => panelOf(page).locator('h3', { hasText: title }).waitFor();

/** What the institution would read, or has been given, as it stands on the screen. */
const copyOn = (page: Page, within: string) => page.locator(`${within} .copy`).innerText();

/** As far as the copy, for the police, with an override. */
async function asFarAsTheCopy(page: Page): Promise<void> {
  for (const field of [/^çfarë u raportua/u, /^kush është dëmtuar/u, /^adresat e faqeve/u, /^emrat e llogarive/u]) {
    await panelOf(page).getByLabel(field).check();
  }
  await press(page, 'Vazhdoni');
  await isAtStep(page, 'Cilat adresa');
  await panelOf(page).getByLabel('hxxps://bad.example/two').check();
  await panelOf(page).getByLabel('@keq.1').check();
  await press(page, 'Vazhdoni');
  await isAtStep(page, 'Pse mund të jepet');
  await panelOf(page).getByLabel('krim ndaj një fëmije').check();
  await panelOf(page).getByLabel('Po, me këtë mesazh').check();
  await panelOf(page)
    .getByLabel('Mesazh për raportuesin')
    .fill('Duhet t’i tregojmë policisë. Na telefono kur të duash.');
  await press(page, 'Shihni kopjen');
  await isAtStep(page, 'Kopja dhe dërgimi');
}

it('sends against a wish: an override and a message first, and the copy shown is the copy stored', async () => {
  const { caseNumber, receipt } = await againstWish();
  const { page, refused, elsewhere, asked } = await openAs('staff-blerim', `/cases/${caseNumber}?tab=referrals`);
  const card = page.locator('.card', { hasText: 'Hetimin e Krimeve Kibernetike' });
  expect(await card.locator('.against').innerText()).toContain('nuk dëshiron');
  expect(await findingsOn(page)).toEqual([]);
  await openSending(page);
  await isAtStep(page, 'Çfarë jepet');
  expect(await panelOf(page).locator('input:checked').count()).toBe(0);
  expect(await findingsOn(page)).toEqual([]);

  // Without a ground, a reason and a word to the reporter nothing goes on.
  await panelOf(page)
    .getByLabel(/^çfarë u raportua/u)
    .check();
  await press(page, 'Vazhdoni');
  await isAtStep(page, 'Pse mund të jepet');
  await press(page, 'Shihni kopjen');
  expect(await panelOf(page).locator('.refusal').innerText()).toContain('vetëm me arsye ligjore');
  await panelOf(page).getByLabel('krim ndaj një fëmije').check();
  await press(page, 'Shihni kopjen');
  expect(await panelOf(page).locator('.refusal').innerText()).toContain('Shkruajini më parë raportuesit');
  expect(await findingsOn(page)).toEqual([]);
  await press(page, 'Kthehuni');
  await isAtStep(page, 'Çfarë jepet');
  expect(await panelOf(page).locator('input:checked').count()).toBe(1);

  await asFarAsTheCopy(page);
  expect(await findingsOn(page)).toEqual([]);
  for (const veil of await panelOf(page).locator('.veil').all()) await veil.click();
  const shown = await copyOn(page, '.panel');
  expect(shown).toContain(words);
  expect(shown).toContain('hxxps://bad.example/two');
  expect(shown).not.toContain('bad.example/one');
  expect(shown).not.toContain('https://');
  await press(page, 'Dërgojeni referimin');
  await panelOf(page).waitFor({ state: 'detached' });

  await page.getByRole('link', { name: 'Referime' }).click();
  await card.getByRole('button', { name: 'Lexoni kopjen e dërguar' }).click();
  await card.locator('.copy').waitFor();
  for (const veil of await card.locator('.veil').all()) await veil.click();
  expect(await copyOn(page, '.card')).toBe(shown);
  expect(await findingsOn(page)).toEqual([]);

  const [sent] = await referralsOf(caseNumber);
  expect(sent).toMatchObject({ ground: 'override', overrideBecause: 'crime_against_child' });
  expect((await besa().followUp(receipt)).body.messages.map(({ text }) => text)).toEqual([
    'Duhet t’i tregojmë policisë. Na telefono kur të duash.',
  ]);
  const links = await inPage<string[]>(page, `[...document.querySelectorAll('[href]')].map((one) => one.href)`);
  expect(links.filter((link) => !link.startsWith(besa().url) && !/^(data:,|tel:[+\d]+)$/u.test(link))).toEqual([]);
  expect(asked.join('\n')).not.toContain(words);
  expect([elsewhere, refused]).toEqual([[], []]);
  const log = (await (await besa().signIn('staff-ilir')).look(`access-log?case=${caseNumber}`)).body as {
    entries: { reason: string }[];
  };
  expect(log.entries.map(({ reason }) => reason)).toEqual([
    'on_duty',
    `preview ${police}`,
    `referral ${police}`,
    `referral ${police}`,
  ]);
  await page.context().close();
});

it('two windows: one sends while the other looks at the copy; the second sees it, and loses nothing', async () => {
  const { caseNumber } = await againstWish();
  const second = await openAs('staff-elira', `/cases/${caseNumber}?tab=referrals`);
  await openSending(second.page);
  await asFarAsTheCopy(second.page);
  const first = await besa().signIn('staff-blerim');
  const body = { fields: [], ground: 'consent' };
  expect((await first.command(caseNumber, `referrals/${police}/sending`, body)).status).toBe(200);
  await press(second.page, 'Dërgojeni referimin');
  const refusal = panelOf(second.page).locator('.refusal');
  await refusal.getByText('Blerim Gjoka').first().waitFor();
  await press(second.page, 'Shihni kopjen');
  await refusal.getByText('Në gjendjen e tanishme të referimit').waitFor();
  expect(await panelOf(second.page).innerText()).toContain('Ajo që shkruat mbetet këtu');
  await press(second.page, 'Kthehuni');
  expect(await panelOf(second.page).getByLabel('Mesazh për raportuesin').inputValue()).toContain('Na telefono');
  expect((await referralsOf(caseNumber))[0]).toMatchObject({ ground: 'consent', fields: [] });
  await second.page.context().close();
});

it('a copy that would be another one by now is not sent: it is looked at again, and everything stays', async () => {
  const { caseNumber, receipt } = await againstWish();
  const { page } = await openAs('staff-blerim', `/cases/${caseNumber}?tab=referrals`);
  await openSending(page);
  await panelOf(page)
    .getByLabel(/^mesazhet/u)
    .check();
  await press(page, 'Vazhdoni');
  await panelOf(page).getByLabel('krim ndaj një fëmije').check();
  await panelOf(page).getByLabel('rrezik, nuk kishte kohë').check();
  await press(page, 'Shihni kopjen');
  await isAtStep(page, 'Kopja dhe dërgimi');
  const added = await besa().post(
    '/v1/follow-up/messages',
    { receipt, text: 'Edhe sot.' },
    { 'idempotency-key': 'a-further-word-1' },
  );
  expect(added.status).toBe(201);
  await press(page, 'Dërgojeni referimin');
  await panelOf(page).getByText('Ndërkohë:').waitFor();
  expect(await panelOf(page).getByRole('button', { name: 'Dërgojeni referimin' }).count()).toBe(0);
  await press(page, 'Shihni kopjen');
  await panelOf(page).locator('.copy').waitFor();
  await press(page, 'Dërgojeni referimin');
  await panelOf(page).waitFor({ state: 'detached' });
  expect((await referralsOf(caseNumber))[0]).toMatchObject({
    fields: ['thread'],
    notToldFirstBecause: 'no_time_danger',
  });
  await page.context().close();
});
