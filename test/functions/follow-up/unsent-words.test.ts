import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '#test/functions/case-desk/desk.ts';
import { openDesk } from '#test/functions/case-desk/desk.ts';
import { bullying } from '#test/functions/case-desk/reports.ts';
import type { GatewayAnswer } from '#test/support/gateway.ts';
import { sendCode, type Filled } from '#test/support/pages/forms.ts';
import { readPage } from '#test/support/pages/read-page.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const send = (fields: Filled) => sendCode(desk.followUpHandler, fields, 'en');
const reported = async (): Promise<{ caseNumber: string; receipt: string }> => desk.receive({ ...bullying, urls: [] });

/** A case that has ended, of which its reporter can say that it goes on. */
async function ended(): Promise<{ caseNumber: string; receipt: string }> {
  const { caseNumber, receipt } = await reported();
  await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
  await desk.decide('officer', caseNumber, 'handling', handled);
  await desk.decide('officer', caseNumber, 'resolution', { outcome: 'advice_given', message: 'Done.' });
  return { caseNumber, receipt };
}
const handled = {
  severity: 'normal',
  safetyDecision: 'safe_for_now',
  nextStep: 'advise_reporter',
  message: 'We have read it.',
};

const fieldsOn = ({ text }: GatewayAnswer, form = 'message'): Record<string, string> =>
  Object.fromEntries([...readPage(text).fieldsOf(form)].map(([name, [value = '']]) => [name, value]));
const saidBy = async (receipt: string): Promise<string[]> =>
  ((await desk.followUp(receipt)).json['messages'] as { from: string; text: string }[]).flatMap(({ from, text }) =>
    from === 'you' ? [text] : [],
  );

const typed = { text: 'Sot përsëri.\r\n</textarea><b>', urls: 'https://a.example/x' };

describe('words that are typed on a thread and not sent', () => {
  it('are sent by each of its buttons', async () => {
    const { receipt } = await ended();
    const buttons = readPage((await send({ receipt, go: 'open' })).text).elements.filter(
      ({ name, attributes }) => name === 'button' && (attributes.get('name') === 'go' || attributes.has('form')),
    );
    const forms = buttons.map(({ attributes }) => [attributes.get('value'), attributes.get('form')] as const);
    expect(forms.map(([go]) => go)).toEqual(expect.arrayContaining(['still', 'yes', 'open', 'guidance', 'lock']));
    const leaving = [undefined, 'message'];
    for (const [go, form] of forms.filter(([go]) => !leaving.includes(go))) expect([go, form]).toEqual([go, 'message']);
  });

  it.each(['open', 'guidance', 'earlier', 'code', 'yes', 'withdraw-now'])('stand there after “%s”', async (go) => {
    const { receipt } = go === 'yes' ? await ended() : await reported();
    const key = randomUUID();
    const answer = await send({ receipt, key, go, ...typed });
    expect(answer.status).toBe(200);
    expect(fieldsOn(answer)).toMatchObject({ key, ...typed });
    expect(await saidBy(receipt)).toEqual([]);
  });

  it.each(['lock', 'withdraw'])('are told of before “%s”, and go back with whoever goes back', async (go) => {
    const { receipt } = await reported();
    const key = randomUUID();
    const asked = await send({ receipt, key, go, ...typed });
    expect(asked.text).toContain('What you wrote is not sent yet.');
    expect((await send({ receipt, key, go })).text).not.toContain('What you wrote is not sent yet.');
    const back = await send({ ...fieldsOn(asked, 'sure'), go: 'open' });
    expect(fieldsOn(back)).toMatchObject({ key, ...typed });
  });

  it('are sent with “still happening”, which tells that a message was taken', async () => {
    const { receipt } = await ended();
    const answer = await send({ receipt, key: randomUUID(), go: 'still', text: 'He wrote again.', urls: typed.urls });
    expect(answer.text).toContain('We have your message.');
    expect(await saidBy(receipt)).toEqual([expect.stringContaining('He wrote again.')]);
    expect(fieldsOn(answer)).toMatchObject({ text: '', urls: '' });
    expect(readPage(answer.text).textOf('h1')).toEqual(['We have taken your report up again.']);
  });
});

it('what can no longer be done is answered with the report as it stands', async () => {
  const { receipt } = await reported();
  const answer = await send({ receipt, key: randomUUID(), go: 'yes' });
  expect(answer.status).toBe(409);
  expect(readPage(answer.text).textOf('h1')).toEqual(['We have your report.']);
  expect(fieldsOn(answer)).toHaveProperty('text', '');
});
