import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { country } from '#shared/country/current.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { ReportStore } from '#shared/ports/case-store.ts';
import { KeysUnavailable } from '#shared/ports/sealing.ts';
import type { GatewayAnswer } from '#test/support/gateway.ts';
import { formBytes, sendBytes, sendReport, type Filled } from '#test/support/pages/forms.ts';
import { readPage } from '#test/support/pages/read-page.ts';
import { publicApi, steppedClock } from '#test/support/public-api.ts';
import { openIntake, receivedAt, send } from './intake-on-a-database.ts';
import type { OpenIntake } from './intake-on-a-database.ts';

let intakeAt: OpenIntake;
beforeAll(async () => {
  intakeAt = await openIntake();
});
afterAll(() => intakeAt.stop());

const typed = {
  category: 'cyberbullying',
  narrative: '\r\nMë tallin.\r\n<b>Çdo ditë</b> & "gjithmonë"',
  urls: 'a.example\r\n\r\n@b',
  school: '7 Marsi',
  phone: '069',
};
const codeForm = /(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]/;
const codeOn = ({ text }: GatewayAnswer): string => codeForm.exec(text)?.[0] ?? '';
const noticeOn = ({ text }: GatewayAnswer): string =>
  readPage(text)
    .elements.filter(({ attributes }) => attributes.get('role') === 'alert')
    .map((one) => one.text)
    .join();
const keyOn = ({ text }: GatewayAnswer): string => readPage(text).fieldsOf().get('key')?.[0] ?? '';

/** That all that was typed stands in the form again, and no code. */
function expectGivenBack(answer: GatewayAnswer, fields: Filled = typed): void {
  const back = readPage(answer.text).fieldsOf();
  expect(Object.fromEntries(Object.keys(fields).map((name) => [name, back.get(name)?.[0]]))).toEqual(fields);
  expect(codeOn(answer)).toBe('');
}

/** A store in which the same report is being written so many times. */
function busyStore(times: number): ReportStore {
  const store = reportStore(intakeAt.database.db, intakeAt.database.tables);
  let left = times;
  return { store: async (one) => (left-- > 0 ? { stored: false, because: 'conflict' } : store.store(one)) };
}

/** One call of the intake tries so often by itself. */
const triesOfACall = 20;

describe('the same report, sent twice at once', () => {
  it('is waited for, up to two seconds, and answered with its receipt', async () => {
    const waited: number[] = [];
    const pauseOfForm = async (ms: number): Promise<void> => {
      waited.push(ms);
    };
    const { intake } = intakeAt.here({ pause: async () => undefined, store: busyStore(2 * triesOfACall), pauseOfForm });
    const answer = await sendReport(intake, typed);
    expect([answer.status, waited]).toEqual([201, [500, 500]]);
    expect(codeOn(answer)).not.toBe('');
  });

  it('is asked to be sent again when that takes longer, with the same key and everything kept', async () => {
    const waited: number[] = [];
    const pauseOfForm = async (ms: number): Promise<void> => {
      waited.push(ms);
    };
    const { intake } = intakeAt.here({ pause: async () => undefined, store: busyStore(Infinity), pauseOfForm });
    const key = randomUUID();
    const answer = await sendReport(intake, { ...typed, key }, { language: 'en' });
    expect([answer.status, waited]).toEqual([409, [500, 500, 500, 500]]);
    expect(noticeOn(answer)).toMatch(/Press “Send” again: it is never sent twice\.$/);
    expectGivenBack(answer, { ...typed, key });
    expect(Number(answer.headers['Retry-After'])).toBeGreaterThan(0);
  });

  it('is not waited for any longer by the clock, where each try takes its time', async () => {
    const clock = steppedClock(receivedAt);
    let waits = 0;
    const { intake } = publicApi(intakeAt.database, country, clock, {
      store: busyStore(Infinity),
      pause: async () => clock.set(plusMinutes(clock.now(), 3 / 60)),
      pauseOfForm: async () => {
        waits += 1;
      },
    });
    expect((await sendReport(intake, typed)).status).toBe(409);
    expect(waits).toBe(1);
  });

  it('makes no program wait', async () => {
    const pauseOfForm = (): Promise<never> => Promise.reject(new Error('A program waited.'));
    const { intake } = intakeAt.here({ pause: async () => undefined, store: busyStore(Infinity), pauseOfForm });
    expect((await send(intake, { category: 'other', narrative: 'x' })).status).toBe(409);
  });
});

describe('a form with a key that was used', () => {
  it.each([
    ['for another report', {}],
    ['for another report that looks alike', { category: 'hacking' }],
  ])('%s is a new report, and shows nothing of the first', async (_, first) => {
    const api = intakeAt.here();
    const key = randomUUID();
    expect((await sendReport(api.intake, { ...typed, ...first, key })).status).toBe(201);
    const again = await sendReport(api.intake, { key, ...typed, category: 'hacking', narrative: 'I riu.' });
    expect(again.status).toBe(422);
    expect(noticeOn(again)).toBe('Ky është një raportim i ri. Shtyp “Dërgoje”.');
    expectGivenBack(again, { ...typed, category: 'hacking', narrative: 'I riu.' });
    expect(again.text).not.toMatch(/B-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(keyOn(again)).not.toBe(key);
    const sent = await sendReport(api.intake, {
      ...typed,
      category: 'hacking',
      narrative: 'I riu.',
      key: keyOn(again),
    });
    expect(sent.status).toBe(201);
  });

  it('twice for the same report has one receipt', async () => {
    const { intake } = intakeAt.here();
    const key = randomUUID();
    const codes = [];
    for (let times = 0; times < 3; times += 1) codes.push(codeOn(await sendReport(intake, { ...typed, key })));
    expect(new Set(codes).size).toBe(1);
    expect(codes[0]).toMatch(codeForm);
  });

  it.each(['', 'short', '0'.repeat(36), 'x\u0000y', '"><script>'])('or is none (%j) gets a fresh one', async (key) => {
    const { intake } = intakeAt.here();
    const answer = await sendReport(intake, { ...typed, key });
    expect(answer.status).toBe(400);
    expectGivenBack(answer);
    expect(keyOn(answer)).toMatch(/^[0-9a-f-]{36}$/);
    expect((await sendReport(intake, { ...typed, key: keyOn(answer) })).status).toBe(201);
  });
});

describe('a form that cannot be taken now', () => {
  it.each<[string, Parameters<OpenIntake['here']>[0], number, RegExp]>([
    [
      'there are no keys',
      { keys: { make: () => Promise.reject(new KeysUnavailable(undefined)) } },
      503,
      /^Not stored yet\. Try again\.$/,
    ],
    [
      'nobody knows whether it was stored',
      { store: { store: () => Promise.reject(new Error('canary')) } },
      500,
      /^We don’t know whether it arrived\. Press “Send” again/,
    ],
  ])('says what is true when %s, and keeps everything', async (_, instead, status, notice) => {
    const key = randomUUID();
    const answer = await sendReport(intakeAt.here(instead).intake, { ...typed, key }, { language: 'en' });
    expect(answer.status).toBe(status);
    expect(noticeOn(answer)).toMatch(notice);
    expectGivenBack(answer, { ...typed, key });
    expect(answer.text).toContain('tel:116111');
  });

  it('is refused where another site sends it', async () => {
    const before = (await intakeAt.rows()).length;
    const body = formBytes({ ...typed, go: 'send', key: randomUUID() });
    const to = { resource: '/sq/tell/{who}', path: { who: 'c' } };
    const { intake } = intakeAt.here();
    const answer = await sendBytes(intake, to, body, { 'Sec-Fetch-Site': 'cross-site' });
    expect([answer.status, answer.text.slice(0, 15)]).toEqual([403, '<!doctype html>']);
    expect((await intakeAt.rows()).length).toBe(before);
  });
});

describe('a text that is too long', () => {
  it.each([
    ['sq', 'Teksti ka 7 karaktere më shumë se lejohet. Shkurtoje pak.'],
    ['en', 'This text is 7 characters too long. Make it a little shorter.'],
  ])('is given back, and how many signs are too many is told, in %s', async (language, message) => {
    const { intake } = intakeAt.here();
    for (const [name, text] of [
      ['narrative', `${'😀'.repeat(10_000)}seven s`],
      ['narrative', `  ${'a\r\n'.repeat(5000)}${'b'.repeat(7)}\u0000\r\n`],
      ['school', `${'x'.repeat(200)}\r\n 123456`],
      ['whenSafe', 'y'.repeat(207)],
    ] as const) {
      const answer = await sendReport(intake, { ...typed, [name]: text }, { language });
      expect(answer.status).toBe(422);
      expect(noticeOn(answer)).toContain(message);
      expect(readPage(answer.text).fieldsOf().get(name)).toEqual([text.replaceAll('\0', '')]);
    }
  });

  it('says which line, where each line is an address', async () => {
    const urls = `a.example\r\n\r\n${'ë'.repeat(1030)}\r\nb.example`;
    const answer = await sendReport(intakeAt.here().intake, { ...typed, urls }, { language: 'en' });
    expect(noticeOn(answer)).toContain('Line 3 is 6 characters too long. Make it a little shorter.');
    expectGivenBack(answer, { ...typed, urls });
  });

  it('is told as plainly to grown-ups', async () => {
    const answer = await sendReport(intakeAt.here().intake, { narrative: 'x'.repeat(10_001) }, { door: 'p' });
    expect(noticeOn(answer)).toContain('ka 1 karaktere më shumë se lejohet. Shkurtojeni pak.');
    expect(noticeOn(answer)).toContain('Zgjidhni çfarë ndodhi.');
  });
});

describe('any other button than Send', () => {
  it.each(['check', '', 'SEND', 'nobody', '__proto__'])('%s only draws the form again, at its end', async (go) => {
    const before = (await intakeAt.rows()).length;
    const key = randomUUID();
    const answer = await sendReport(intakeAt.here().intake, { ...typed, key, go });
    expect(answer.status).toBe(200);
    expect(noticeOn(answer)).toMatch(/^Ende nuk është dërguar/);
    expect(answer.text).toContain('<section id="4" tabindex="-1" class="now">');
    expectGivenBack(answer, { ...typed, key });
    expect((await intakeAt.rows()).length).toBe(before);
  });

  it('of another language draws the form in it, with the same words and key', async () => {
    const key = randomUUID();
    const answer = await sendReport(intakeAt.here().intake, { ...typed, key, go: 'en', campaign: 'SID-2026' });
    expect(answer.headers['Content-Language']).toBe('en');
    expect(noticeOn(answer)).toBe('');
    expectGivenBack(answer, { ...typed, key, campaign: 'SID-2026' });
    expect(answer.text).toContain('action="../../en/tell/c"');
  });
});

describe('a form that is not taken, in which danger was said', () => {
  const asked = async (more: Filled): Promise<string> => {
    const answer = await sendReport(intakeAt.here({}).intake, {
      category: 'self_harm',
      narrative: '',
      key: randomUUID(),
      ...more,
    });
    expect(answer.status).toBe(422);
    return answer.text.slice(0, answer.text.indexOf('<section'));
  };

  it.each([{ 'flag-inDanger': 'yes' }, { 'flag-selfHarm': 'unsure' }])('begins with whom to call: %j', async (more) => {
    expect(await asked(more)).toContain('tel:112');
  });

  it('does not where nobody is in danger', async () => {
    expect(await asked({ 'flag-inDanger': 'no' })).not.toContain('tel:112');
  });
});

describe('who asks for a call or a mail', () => {
  const told = 'nuk kemi një numër ose email për këtë';
  const sent = async (more: Filled): Promise<boolean> => {
    const answer = await sendReport(intakeAt.here({}).intake, { ...typed, key: randomUUID(), phone: '', ...more });
    expect(answer.status).toBe(201);
    return answer.text.includes(told);
  };

  it.each([
    { how: 'call' },
    { how: 'sms', phone: 'abc' },
    { how: 'call', email: 'a@b.example' },
    { how: 'email', phone: '069 000 0000' },
    { needs: 'call_me' },
  ])('and gives nothing with which we could is told so beside the code: %j', async (more) => {
    expect(await sent(more)).toBe(true);
  });

  it.each([{}, { how: 'call', phone: '069 000 0000' }, { how: 'email', email: 'a@b.example' }, { phone: '069' }])(
    'and can be reached is not: %j',
    async (more) => {
      expect(await sent(more)).toBe(false);
    },
  );
});
