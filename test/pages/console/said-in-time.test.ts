import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { reportOf } from '#test/support/http-reports.ts';
import { until } from '#test/support/until.ts';
import { holdsInPage, inPage } from '../windows.ts';
import { begin, casePath, claim, readReport, send } from './at-work.ts';
import { consoleInBrowser } from './console.ts';

/*
 * What a person at a desk is told while it can still help: what is missing, what cannot work, what cannot be undone, what
 * came meanwhile, and whom to turn to.
 */

const { besa, arrives, openInEnglish } = consoleInBrowser();
const phone = { viewport: { width: 360, height: 640 } };

it('a form names each field that is missing, and says so no longer than it is', async () => {
  const { page } = await openInEnglish('staff-kujtim', '/people?add=contact', phone);
  const form = page.locator('form.command');
  await form.locator('button[type=submit]').click();
  await form.getByText('Language: This field is needed.').waitFor();
  expect(await form.locator('.refusal').innerText()).toContain('Mail: An email address is needed here');

  const { page: desk } = await openInEnglish('staff-arta', '/file', phone);
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.locator('.refusal').waitFor();
  await desk.locator('select[id$=category]').selectOption({ index: 3 });
  await desk.locator('.refusal').waitFor({ state: 'detached' });
});

it('an institution that gets no mail is offered as a call, and a withdrawal says that nothing undoes it', async () => {
  const { caseNumber } = await arrives(reportOf.normal);
  const { page } = await openInEnglish('staff-blerim', casePath(caseNumber));
  await readReport(page);
  await claim(page);
  await page.locator('nav.tabs').getByRole('link', { name: 'Referrals', exact: true }).click();
  await page.getByRole('button', { name: 'Propose a referral' }).click();
  const panel = page.locator('.panel');
  await panel.getByLabel('Institution').selectOption({ label: 'Prosecution Office' });
  await panel.getByLabel('Legal basis').selectOption({ index: 1 });
  await send(panel);
  const card = page.locator('.card', { hasText: 'Prosecution Office' });
  await card.getByRole('button', { name: 'Send the referral' }).click();
  await panel.getByRole('button', { name: 'Continue' }).click();
  await panel.getByText('The institution has no contact.').waitFor();
  expect(await panel.getByLabel('By mail').count()).toBe(0);
  await panel.getByLabel('the reporter allowed it').check();
  await panel.getByRole('button', { name: 'See the copy' }).click();
  await panel.getByLabel('Who answered the phone').fill('Kola');
  await send(panel);
  await card.getByRole('button', { name: 'Withdraw the referral' }).click();
  await panel.getByText('This cannot be undone').waitFor();
});

it('words of the reporter that came meanwhile stand before the end of a case, and are opened from there', async () => {
  const { caseNumber, receipt } = await arrives(reportOf.normal);
  const { page } = await openInEnglish('staff-arta', casePath(caseNumber), phone);
  await readReport(page);
  await claim(page);
  const handling = await begin(page, 'Record handling');
  await handling.getByLabel('safe for now').check();
  await handling.getByLabel('advise the reporter').check();
  await handling.locator('textarea').fill('You did the right thing. Keep the messages.');
  await send(handling);
  const first = page.locator('#case-bar').locator('.primary');
  expect(await first.innerText()).toBe('Resolve');
  const words = { receipt, text: 'They wrote again.' };
  await besa().post('/v1/follow-up/messages', words, { 'idempotency-key': randomUUID() });
  await until(
    async () => {
      await inPage(page, `dispatchEvent(new Event('focus'))`);
      return first.innerText();
    },
    (said) => said === 'Read',
  );
  await first.click();
  await page.getByRole('button', { name: 'Open newer ones (2)' }).click();
  await page.getByText('They wrote again.').waitFor();
});

it('on a phone the other commands do not cover the case once one of them is chosen', async () => {
  const { caseNumber } = await arrives(reportOf.normal);
  const { page } = await openInEnglish('staff-arta', casePath(caseNumber), phone);
  await page.locator('.more > summary').click();
  await page.locator('.more').getByRole('button', { name: 'Add a note' }).click();
  await page.locator('.panel').getByRole('button', { name: 'Close' }).click();
  await holdsInPage(page, `document.activeElement.matches('.more > summary')`);
  expect(await page.locator('.more[open]').count()).toBe(0);
});

it.each([
  ['staff-hana', 'a volunteer'],
  ['staff-arta', 'a counsellor'],
])('%s, %s, reads on the first page who rings now', async (person) => {
  const { page } = await openInEnglish(person, '/', phone);
  expect(await page.locator('.rings-now').innerText()).toMatch(/^Rings now: \w+/u);
});
