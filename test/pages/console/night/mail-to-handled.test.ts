import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { consoleInBrowser } from '../console.ts';
import { linkInMail } from './mails.ts';

const { besa, openAs } = consoleInBrowser();
const phone = { viewport: { width: 360, height: 640 }, hasTouch: true };

it('a case is handled from its mail, on a phone: opened, read, taken, and its reporter is written to', async () => {
  const { page } = await openAs('staff-blerim', '/', phone);
  const { body } = await besa().report({
    category: 'sexual_extortion',
    narrative: 'Më kërkon para, përndryshe ua dërgon foton shokëve.',
    about: 'me',
    reporter: { role: 'child', ageYears: 13 },
    language: 'sq',
  });
  await besa().inside.quiet();
  await besa().advance('PT1M');
  let taps = 0;
  const tap = async (where: Locator): Promise<void> => {
    taps += 1;
    await where.tap();
  };
  const begun = performance.now();
  // Tap 1: the link of the mail.
  taps += 1;
  await page.goto(await linkInMail(besa(), 'blerim', body.caseNumber));
  await tap(page.locator('.raise .big'));
  await tap(page.locator('.case-bar .primary', { hasText: 'Lexoni' }));
  await tap(page.locator('.gate button').first());
  await tap(page.locator('.veil').first());
  await page.getByText('Më kërkon para').waitFor();
  await tap(page.locator('.case-bar .primary', { hasText: 'Merreni rastin' }));
  await tap(page.locator('.case-bar .primary', { hasText: 'Shënoni trajtimin' }));
  const panel = page.locator('.panel');
  await tap(panel.getByLabel('për momentin jashtë rrezikut'));
  await tap(panel.getByLabel('këshilla për raportuesin'));
  await tap(panel.locator('.ready-sentences > summary'));
  await tap(panel.locator('.ready button').first());
  expect(await panel.locator('textarea').inputValue()).not.toBe('');
  await tap(panel.locator('button[type=submit]'));
  await panel.waitFor({ state: 'detached' });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const blerim = await besa().signIn('staff-blerim');
  const { body: shown } = await blerim.show(body.caseNumber);
  expect([shown.readAt, shown.handledAt]).toEqual([expect.any(String), expect.any(String)]);
  expect((await besa().followUp(body.receipt, 'sq')).body.messages).toHaveLength(1);
  // For whoever asks what it takes.
  console.log(`From the mail to handled: ${taps} taps, ${seconds} s of the machine.`);
  expect(taps).toBeLessThanOrEqual(12);
  await page.context().close();
});
