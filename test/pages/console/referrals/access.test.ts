import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { findingsOn } from '../../axe.ts';
import { inPage } from '../../windows.ts';
import { consoleInBrowser } from '../console.ts';

const { besa, arrives, openAs, openInEnglish } = consoleInBrowser();

const police = 'police_cybercrime-1';
const contact = 'contact-police-cybercrime';
const mail = 'police-cybercrime@institution.example';
const accessForm = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b/;

/** A case that was sent to the police, with the access code that their mail holds. */
async function sent(): Promise<{ caseNumber: string; access: string }> {
  const { caseNumber } = await arrives({
    category: 'grooming',
    narrative: 'Më kërkon foto.',
    about: 'me',
    victims: [{ ageYears: 13, gender: 'female' }],
    flags: { inDanger: true },
    reporter: { role: 'child', ageYears: 13 },
    language: 'sq',
  });
  const officer = await besa().signIn('staff-blerim');
  await officer.command(caseNumber, 'read', { reason: 'on_duty' });
  await officer.command(caseNumber, 'claim', {});
  const body = { fields: ['narrative'], ground: 'consent' };
  expect((await officer.command(caseNumber, `referrals/${police}/sending`, body)).status).toBe(200);
  await besa().inside.quiet();
  const letters = (await besa().inbox()).filter(({ to, text }) => to === mail && text.includes(caseNumber));
  return { caseNumber, access: accessForm.exec(letters.at(-1)?.text ?? '')?.[0] ?? '' };
}

/** What somebody at the institution sends. */
async function fromOffice(step: string, body: object): Promise<{ status: number; session?: string }> {
  const answer = await fetch(`${besa().url}/v1/desk/${step}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify(body),
  });
  const json = (await answer.json()) as { session?: string };
  await besa().inside.quiet();
  return { status: answer.status, ...(json.session === undefined ? {} : { session: json.session }) };
}

const cardOf = (page: Page): Locator => page.locator('.card', { hasText: /Cybercrime|Krimeve Kibernetike/ }).first();
const panelOf = (page: Page): Locator => page.locator('.panel');

/** Takes a code to read out, as it stands in the panel. */
async function readOut(page: Page): Promise<string> {
  await cardOf(page).getByRole('button', { name: 'Read out a code' }).click();
  await panelOf(page).getByLabel('Contact').selectOption(contact);
  await panelOf(page).getByRole('button', { name: 'Read out a code' }).click();
  await panelOf(page).locator('.code').waitFor();
  return panelOf(page).locator('.code').innerText();
}

it('reads out a code once, beside the number to ring, and shows each step that the institution takes with it', async () => {
  const { caseNumber, access } = await sent();
  await fromOffice('code', { access });
  const { page, refused } = await openInEnglish('staff-blerim', `/cases/${caseNumber}?tab=referrals`);
  const said = await readOut(page);
  expect(said).toMatch(/^\d{3} \d{3}$/);
  expect(await panelOf(page).locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
  expect(await panelOf(page).innerText()).toContain('Drejtoria për Hetimin e Krimeve Kibernetike');
  expect(await findingsOn(page)).toEqual([]);
  await panelOf(page).getByRole('button', { name: 'Close' }).click();
  await panelOf(page).waitFor({ state: 'detached' });
  expect(await inPage<string>(page, 'document.documentElement.outerHTML')).not.toContain(said);

  const { session = '' } = await fromOffice('session', { access, code: said.replace(' ', '') });
  await fromOffice('answer', { session, answer: 'acknowledged', name: 'Kola', post: 'Inspector' });
  await page.reload();
  await cardOf(page).getByText('by themselves, with a code said by phone').waitFor();
  await page.getByRole('link', { name: 'Course', exact: true }).click();
  const course = page.locator('main');
  for (const line of [
    'asked for the code to open it',
    'Blerim Gjoka took the code to say it by phone',
    'opened it',
    'acknowledged it',
  ]) {
    await course.getByText(line).first().waitFor();
  }
  expect(refused).toEqual([]);

  await page.getByRole('link', { name: 'Referrals', exact: true }).click();
  await cardOf(page).getByRole('button', { name: 'End the access code' }).click();
  await panelOf(page).getByLabel('Contact').selectOption(contact);
  await panelOf(page).getByRole('button', { name: 'End the access code' }).click();
  await panelOf(page).waitFor({ state: 'detached' });
  expect((await fromOffice('referral', { session })).status).toBe(401);
  await page.getByRole('link', { name: 'Course', exact: true }).click();
  await course.getByText('Blerim Gjoka ended the access').waitFor();
  await page.context().close();
});

it('says on a phone, in Albanian, that five wrong codes were typed, and that it went to the wrong person', async () => {
  const { caseNumber, access } = await sent();
  const officer = await besa().signIn('staff-blerim');
  const { body } = await officer.command(caseNumber, `referrals/${police}/access`, { contact });
  const right = (body as unknown as { code: string }).code;
  const wrong = Array.from({ length: 5 }, (_, n) => String((Number(right) + 1 + n) % 1_000_000).padStart(6, '0'));
  for (const code of wrong) expect((await fromOffice('session', { access, code })).status).toBe(401);
  await fromOffice('not-for-me', { access });
  const phone = { viewport: { width: 360, height: 640 } };
  const { page } = await openAs('staff-blerim', `/cases/${caseNumber}?tab=referrals`, phone);
  await cardOf(page).locator('.warning', { hasText: 'nuk është për atë adresë' }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'Ecuria', exact: true }).click();
  await page.getByText('u shkruan pesë kode të gabuara').first().waitFor();
  await page.getByText('thotë se nuk është për këtë adresë').first().waitFor();
  await page.context().close();
});
