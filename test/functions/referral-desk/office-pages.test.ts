import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import { receiptFrom } from '#shared/domain/identifiers.ts';
import { disclosureFields } from '#shared/domain/case/referral.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { formWith, entryOf } from '#test/support/pages/page-forms.ts';
import { openDesk } from '../case-desk/desk.ts';
import type { Desk } from '../case-desk/desk.ts';
import { onReferrals } from '../case-desk/referrals/referral-desk.ts';
import { officeBeside } from './office.ts';
import { officeWindow } from './office-window.ts';
import { passingOn, police } from './passing-on.ts';

let desk: Desk;
let office: ReturnType<typeof officeBeside>;
let window: ReturnType<typeof officeWindow>;
const { on, referral, typesOf } = onReferrals(() => desk);
const { sentPlain } = passingOn(() => ({ desk, office }));
const who = { name: 'Kola Prifti', post: 'chief inspector' };
const contact = 'contact-police';
/** A code of the right form that nobody has. */
const unknown = receiptFrom(new Uint8Array(10));
const texts = await (await country.loadPages()).loadOffice();
const phone = country.centre.institutionsPhone.value.replaceAll(' ', '\u00A0');

beforeAll(async () => {
  desk = await openDesk('engine', { isDeskOpen: true });
  office = officeBeside(desk);
  window = officeWindow(office.handler);
  await office.contact(contact, 'police_cybercrime', { codeBy: 'mail' });
});
afterAll(() => desk.stop());

/** The page with the field for the six digits. */
async function asked(access: string): Promise<string> {
  const page = await window.send({ go: 'ask', access });
  expect(page.status).toBe(200);
  return page.text;
}

/** Types both codes, and sees the copy. */
async function opened(caseNumber: string): Promise<string> {
  const page = await asked(office.accessOf(contact));
  await office.tell(caseNumber);
  const copy = await window.press(page, 'open', { code: office.digitsOf(contact) });
  expect(copy.status).toBe(200);
  return copy.text;
}

describe('an institution with both codes', () => {
  it('sees the chosen fields and no others, to whom it is shown, and a letter of the centre', async () => {
    const page = await opened(await sentPlain());
    const letter = await country.loadOfficialLetterTexts();
    const headings = disclosureFields.filter((field) => page.includes(`<h2>${letter.labels[field]['en']}</h2>`));
    expect(headings).toEqual(['narrative', 'victims']);
    expect(page).toContain('They call me names in the group of the class.');
    expect(page).toContain('data-mark="Shown to: Name of contact-police, ');
    expect(page).toContain(letter.confidential['en']);
    expect(page).toContain(country.centre.postalAddress.value);
    expect(page).not.toMatch(/116 ?111|<script|chat\.example/);
  });

  it('answers: acknowledges with name and post, accepts, completes, each once however often it is sent', async () => {
    const caseNumber = await sentPlain();
    const copy = await opened(caseNumber);
    const noName = await window.press(copy, 'answer', { answer: 'acknowledged', name: who.name });
    expect(noName.status).toBe(422);
    expect(entryOf(formWith(noName.text, 'answer'), 'name')).toBe(who.name);
    expect(noName.text).toMatch(/<title>Error: /);
    expect(noName.text).toContain('href="#f-post"');
    const said = await window.press(noName.text, 'answer', { post: who.post, reference: 'P-17/26' });
    expect(said.text).toContain('Noted: We have received it.');
    expect(said.text).toContain('Kola Prifti, chief inspector, P-17/26');
    const again = await window.press(noName.text, 'answer', { post: who.post, reference: 'P-17/26' });
    expect([again.status, again.text.includes('Noted: We have received it.')]).toEqual([200, true]);
    const accepted = await window.press(said.text, 'answer', { answer: 'accepted' });
    expect(accepted.text).toContain('Noted: We take it on.');
    const noOutcome = await window.press(accepted.text, 'answer', { answer: 'completed' });
    expect([noOutcome.status, noOutcome.text.includes('href="#f-outcome"')]).toEqual([422, true]);
    const done = await window.press(noOutcome.text, 'answer', { outcome: 'investigation_opened' });
    expect(done.text).toContain('Noted: We have completed it.');
    expect(done.text).not.toContain('value="completed"');
    expect(done.text).not.toMatch(/href="#answer"|what you have typed stays/);
    expect(done.text).toContain('7 days after completing it opens no more.');
    await office.tell(caseNumber);
    expect(await opened(caseNumber)).toContain(`<dd>${texts.statuses.completed['en']}</dd>`);
    expect((await typesOf(caseNumber)).filter((type) => /acknowledged|accepted|completed/.test(type))).toEqual([
      'referral.acknowledged',
      'referral.accepted',
      'referral.completed',
    ]);
    expect(await referral(caseNumber, police)).toMatchObject({
      acknowledgedHow: 'desk',
      outcome: 'investigation_opened',
    });
  });

  it('asks, and reads that the reply is told', async () => {
    const copy = await opened(await sentPlain());
    expect(copy).not.toContain(texts.thread.replyComes['en']);
    const question = { answer: 'question', text: 'Is there a class?', ...who };
    const asked = await window.press(copy, 'answer', question);
    expect(asked.text).toContain(texts.thread.replyComes['en']);
  });

  it('declines with a reason, and reads that it is closed', async () => {
    const caseNumber = await sentPlain();
    const copy = await opened(caseNumber);
    const typed = { answer: 'declined', because: 'not_competent', ...who };
    for (const page of [await window.press(copy, 'answer', typed), await window.press(copy, 'answer', typed)]) {
      expect(page.status).toBe(200);
      expect(page.text).toContain('Noted: We cannot take it on.');
      expect(page.text).toContain(`State: ${texts.statuses.declined['en']}. For anything else, call ${phone}.`);
      expect(page.text).not.toContain('call me names');
    }
    expect((await referral(caseNumber, police))?.declinedBecause).toBe('not_competent');
  });

  it('reads how it stands when another window was first, and loses nothing', async () => {
    const copy = await opened(await sentPlain());
    await window.press(copy, 'answer', { answer: 'acknowledged', ...who });
    const second = officeWindow(office.handler);
    const late = await second.press(
      copy.replace(/name="key" value="[^"]*"/, 'name="key" value="another-window-1"'),
      'answer',
      {
        answer: 'acknowledged',
        name: 'Another',
        post: 'officer',
      },
    );
    expect(late.status).toBe(409);
    expect(late.text).toContain(`State: ${texts.statuses.acknowledged['en']}.`);
    expect(late.text).toContain('value="Another"');
  });

  it('is told that the centre took it back, sees nothing more, and keeps what it typed', async () => {
    const caseNumber = await sentPlain();
    const copy = await opened(caseNumber);
    await on(caseNumber, police, 'withdrawal', { because: 'sent_in_error' });
    const page = await window.press(copy, 'answer', { answer: 'acknowledged', ...who });
    expect(page.status).toBe(409);
    expect(page.text).toContain(texts.ended.closed['en']);
    expect(page.text).toContain(who.post);
    expect(page.text).not.toContain('call me names');
  });

  it('goes on after thirty minutes with a new code, and with what was typed', async () => {
    const caseNumber = await sentPlain();
    const access = office.accessOf(contact);
    const copy = await opened(caseNumber);
    const now = desk.clock.now();
    desk.clock.set(plusMinutes(now, 31));
    const ended = await window.press(copy, 'answer', { answer: 'declined', because: 'no_capacity', ...who });
    expect(ended.status).toBe(401);
    expect(ended.text).toContain(texts.ended.heading['en']);
    expect(ended.text).toContain(texts.reasons.no_capacity['en']);
    const code = await window.press(ended.text, 'ask');
    expect(entryOf(formWith(code.text, 'open'), 'access')).toBe(access);
    await office.tell(caseNumber);
    const wrong = await window.press(code.text, 'open', { code: '12' });
    const again = await window.press(wrong.text, 'open', { code: office.digitsOf(contact) });
    const form = formWith(again.text, 'answer');
    expect(['answer', 'because', 'name', 'post'].map((name) => entryOf(form, name))).toEqual([
      'declined',
      'no_capacity',
      who.name,
      who.post,
    ]);
    expect((await window.press(again.text, 'answer')).text).toContain('Noted: We cannot take it on.');
    desk.clock.set(now);
  });

  it('closes: what a browser sends again of the visit shows nothing and does nothing', async () => {
    const caseNumber = await sentPlain();
    const copy = await opened(caseNumber);
    const out = await window.press(copy, 'done');
    expect(out.text).toContain('http-equiv="refresh"');
    for (const button of ['look', 'answer'] as const) {
      const page = await window.press(copy, button);
      expect(page.text).toContain(texts.access.cleared['en']);
      expect(page.text).not.toContain('call me names');
    }
    expect(await typesOf(caseNumber)).not.toContain('referral.acknowledged');
  });
});

describe('an address in what is given', () => {
  it('is harmless on the screen, whole behind a word to press, as typed on paper, and a link nowhere', async () => {
    const words = 'See https://chat.example/group and <b>tell</b>';
    const page = await opened(await sentPlain(words, ['narrative', 'addresses'], { addresses: [0] }));
    expect(page).toContain('<span class="harmless">hxxps://chat.example/group</span>');
    expect(page).toContain('<span class="as-typed">https://chat.example/group</span>');
    expect(page).toMatch(
      /<summary>Show whole, for typing<\/summary><span class="whole">https:\/\/chat\.example\/group</,
    );
    expect(page).toContain('and &lt;b&gt;tell&lt;/b&gt;');
    const ways = [...page.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, way]) => way);
    expect(ways.filter((way) => /chat|https?:/.test(way ?? ''))).toEqual([]);
  });
});

describe('whoever has no code that opens', () => {
  it('is told of a mistyped access code, which is kept, and nobody is asked', async () => {
    const caseNumber = await sentPlain();
    const access = office.accessOf(contact);
    const wrong = `${access.slice(0, -1)}${access.endsWith('0') ? '1' : '0'}`;
    const events = await typesOf(caseNumber);
    for (const go of ['ask', 'not-mine']) {
      const page = await window.send({ go, access: wrong });
      expect(page.status).toBe(422);
      expect(page.text).toContain('One character seems wrong.');
      expect(page.text).toContain(`value="${wrong}"`);
    }
    expect(await typesOf(caseNumber)).toEqual(events);
  });

  it('sees the same bytes for every access code of the right form, and for the digits that follow', async () => {
    const caseNumber = await sentPlain();
    const known = office.accessOf(contact);
    const visit = '00000000-0000-4000-8000-000000000001';
    const seen = async (access: string): Promise<string[]> => {
      const first = await window.send({ go: 'ask', access, visit });
      const wrong = await window.send({ go: 'open', access, visit, code: '000000', tries: '0' });
      expect([first.status, wrong.status]).toEqual([200, 401]);
      return [first.text, wrong.text].map((text) => text.replaceAll(access, 'CODE'));
    };
    const right = await seen(known);
    await office.tell(caseNumber);
    expect(await seen(unknown)).toEqual(right);
    await window.send({ go: 'not-mine-now', access: known });
    expect(await seen(known)).toEqual(right);
  });

  it('reads after five wrong digits to ask for a new code or to call, with the access code kept', async () => {
    const caseNumber = await sentPlain();
    const access = office.accessOf(contact);
    let page = await asked(access);
    await office.tell(caseNumber);
    for (let n = 0; n < 5; n += 1) {
      const { status, text } = await window.press(page, 'open', { code: '000000' });
      expect(status).toBe(401);
      expect(text).not.toContain('value="000000"');
      page = text;
    }
    expect(page).toContain(`Five codes opened nothing. Ask for a new code, or call ${phone}.`);
    expect(formWith(page, 'ask').buttons).not.toContain('open');
    const anew = await window.press(page, 'ask');
    await office.tell(caseNumber);
    expect((await window.press(anew.text, 'open', { code: office.digitsOf(contact) })).status).toBe(200);
  });

  it('reads that another code was asked for, and that only the newest digits are good', async () => {
    await sentPlain();
    const visit = '00000000-0000-4000-8000-000000000001';
    const seen = async (access: string): Promise<string> => {
      const first = await window.send({ go: 'ask', access, visit });
      expect(first.text).not.toContain('You asked for a new code.');
      return (await window.press(first.text, 'ask')).text.replaceAll(access, 'CODE');
    };
    const again = await seen(office.accessOf(contact));
    expect(again).toContain(`If it does not come, call ${phone}.`);
    expect(await seen(unknown)).toBe(again);
  });

  it('says that it is not for them after one question, and sees nothing', async () => {
    const caseNumber = await sentPlain();
    const access = office.accessOf(contact);
    const sure = await window.send({ go: 'not-mine', access });
    expect((await referral(caseNumber, police))?.misdirectedAt).toBeUndefined();
    const noted = await window.press(sure.text, 'not-mine-now');
    expect(noted.text).toContain(texts.notMine.noted['en']);
    expect(noted.text).not.toContain(caseNumber);
    expect((await referral(caseNumber, police))?.misdirectedAt).toBe(desk.clock.now());
    const other = await window.send({ go: 'not-mine-now', access: unknown });
    expect(other.text).toBe(noted.text);
  });

  it('gets nothing for a session that is made up', async () => {
    for (const session of ['', 'A'.repeat(35), 'x']) {
      const page = await window.send({ go: 'look', session });
      expect([401, 422]).toContain(page.status);
      expect(page.text).toContain(phone);
    }
  });
});

describe('a refusal on these pages', () => {
  it('is a page with the number for institutions, and none with the number of the children', async () => {
    const refusals = [
      await window.send({ stranger: '' }),
      await window.send({ go: 'answer', session: 'A'.repeat(35), text: 'x'.repeat(70_000) }),
      await window.send({ go: 'ask', access: 'x' }),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([400, 413, 422]);
    for (const { text, headers } of refusals) {
      expect(headers['Content-Type']).toBe('text/html; charset=utf-8');
      expect(String(headers['Content-Security-Policy'])).not.toContain('script-src');
      expect(text).toContain(`href="tel:${country.centre.institutionsPhone.value.replaceAll(' ', '')}"`);
      expect(text).not.toMatch(/116 ?111|<script/);
    }
  });
});
