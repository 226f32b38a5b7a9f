import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { findingsOn } from '../../axe.ts';
import { codesByMail, digitsIn, referred, words, type Referred } from '../../office/referred.ts';
import { consoleInBrowser } from '../console.ts';

const { besa, openInEnglish } = consoleInBrowser();

const question = 'A e dini emrin e klasës? https://ask.example/x';
const reply = 'Klasa 9B. Telefononi pas orës 14.';

/** What somebody at the institution sends, and what is answered. */
async function fromOffice(step: string, body: object): Promise<Record<string, unknown>> {
  const { status, body: json } = await besa().post(`/v1/desk/${step}`, body, { 'idempotency-key': randomUUID() });
  expect(status).toBeLessThan(300);
  await besa().inside.quiet();
  return json as Record<string, unknown>;
}

/** A session of the police, in which they have asked something. */
async function asks({ caseNumber, access }: Referred): Promise<string> {
  await fromOffice('code', { access });
  const code = (await digitsIn(besa(), caseNumber)).replace(' ', '');
  const { session } = await fromOffice('session', { access, code });
  await fromOffice('answer', { session, answer: 'question', text: question, name: 'Kola Prifti', post: 'inspektor' });
  return String(session);
}

it('a question waits on its card, is read before the reply, and both sides then read one thread', async () => {
  await codesByMail(besa());
  const at = await referred(besa());
  const session = await asks(at);
  const { page, refused } = await openInEnglish('staff-blerim', `/cases/${at.caseNumber}?tab=referrals`);
  const card = page.locator('.card', { hasText: 'Cybercrime' }).first();
  const panel = page.locator('.panel');
  await card.locator('.raised', { hasText: 'The institution has a question, and waits:' }).waitFor();
  // Nothing that anybody wrote stands there before it is opened.
  expect(await page.content()).not.toMatch(/emrin e klasës|kanarinës/);

  await card.getByRole('button', { name: 'Reply to the question' }).click();
  await panel.locator('.warning', { hasText: 'The question is not open yet.' }).waitFor();
  await panel.getByRole('button', { name: 'Reply to the question' }).click();
  await panel.getByText('Write the reply.').first().waitFor();
  await panel.getByLabel('The reply to the institution').fill(reply);

  await card.getByRole('button', { name: 'Read the copy' }).click();
  const said = panel.locator('section', { hasText: 'Questions and replies' });
  await said.waitFor();
  await expect.poll(() => said.innerText()).toContain('Kola Prifti, inspektor');
  expect(await said.innerText()).not.toContain('https://');
  expect(await said.locator('a').count()).toBe(0);
  expect(await panel.locator('.warning').count()).toBe(0);
  expect(await panel.getByLabel('The reply to the institution').inputValue()).toBe(reply);
  expect(await findingsOn(page)).toEqual([]);

  await panel.getByRole('button', { name: 'Reply to the question' }).click();
  await panel.waitFor({ state: 'detached' });
  await card.locator('.raised').waitFor({ state: 'detached' });
  expect(await card.getByRole('button', { name: 'Reply to the question' }).count()).toBe(0);
  await besa().inside.quiet();
  const { thread } = (await fromOffice('referral', { session })) as { thread: { from: string; text: string }[] };
  expect(thread.map(({ from }) => from)).toEqual(['institution', 'centre']);
  expect(thread.at(-1)?.text).toBe(reply);
  const mails = (await besa().inbox()).map(({ subject, text }) => `${subject} ${text}`).join('\n');
  for (const word of ['emrin e klasës', 'Klasa 9B', words]) expect(mails).not.toContain(word);
  expect(refused).toEqual([]);
  await page.context().close();
});
