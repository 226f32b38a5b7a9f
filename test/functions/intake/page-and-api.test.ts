import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { sealedReader } from '#shared/adapters/aws/cases/sealed-reader.ts';
import { doors } from '#shared/contracts/http/public/pages/page-paths.ts';
import { reportFormShape } from '#shared/contracts/http/public/pages/report-form.ts';
import { audiences, type Audience } from '#shared/domain/help/audience.ts';
import { flags } from '#shared/domain/report/report.ts';
import { deriveRequest } from '#shared/sealing/derived.ts';
import { openField } from '#shared/sealing/sealed-field.ts';
import { formBytes, sendBytes, sendReport, type Filled } from '#test/support/pages/forms.ts';
import { municipality, openIntake, platform, send } from './intake-on-a-database.ts';
import type { OpenIntake } from './intake-on-a-database.ts';

let intakeAt: OpenIntake;
let api: ReturnType<OpenIntake['here']>;
beforeAll(async () => {
  intakeAt = await openIntake('engine');
  api = intakeAt.here();
});
afterAll(() => intakeAt.stop());

/** Every field of the form, filled in. */
const filled: Filled = {
  campaign: 'sid-2026',
  category: 'not_sure',
  narrative: 'Më tallin.\r\nÇdo ditë.',
  platform: platform ?? '',
  urls: 'https://www.example.com/Profile/\r\n\r\n @somebody ',
  when: 'this_week',
  about: 'someone_i_know',
  ageYears: '14',
  gender: 'female',
  relation: 'classmate',
  adult: 'unsure',
  livesWithChild: 'false',
  school: 'Shkolla 7 Marsi',
  municipality: municipality ?? '',
  phone: '+355 69 123 4567',
  email: 'somebody@example.com',
  how: 'sms',
  safe: 'true',
  whenSafe: 'pas orës 16',
  needs: ['call_me', 'easy_text'],
  'wish-school': 'no',
  'wish-parents': 'ask_me',
  'wish-police': 'yes',
  ...Object.fromEntries(flags.map((flag, at) => [`flag-${flag}`, ['true', 'false', 'unsure'][at % 3] ?? ''])),
};

/** The same by hand, as a program would send it. */
const same = {
  campaign: 'SID-2026',
  category: 'not_sure',
  narrative: 'Më tallin.\nÇdo ditë.',
  platform,
  urls: ['https://www.example.com/Profile/', '@somebody'],
  when: 'this_week',
  about: 'someone_i_know',
  suspect: { relation: 'classmate', adult: 'unsure', livesWithChild: false },
  place: { school: 'Shkolla 7 Marsi', municipality },
  wishes: { school: 'no', parents: 'ask_me', police: 'yes' },
  needs: ['call_me', 'easy_text'],
  flags: Object.fromEntries(flags.map((flag, at) => [flag, [true, false, 'unsure'][at % 3]])),
  language: 'sq',
};
const contact = {
  phone: '+355 69 123 4567',
  email: 'somebody@example.com',
  how: 'sms',
  safe: true,
  whenSafe: 'pas orës 16',
};
const aboutChild = [{ ageYears: 14, gender: 'female' }];

/** What differs by who reports. */
const byDoor: Readonly<Record<Audience, { fields?: Filled; body: object }>> = {
  child: { body: { reporter: { role: 'child', ageYears: 14, contact } } },
  parent: { body: { victims: aboutChild, reporter: { role: 'parent', contact } } },
  school: {
    fields: { name: 'Mësuesja', organisation: 'Shkolla' },
    body: {
      victims: aboutChild,
      reporter: { role: 'school_staff', name: 'Mësuesja', organisation: 'Shkolla', contact },
    },
  },
  adult: { body: { victims: aboutChild, reporter: { role: 'citizen', contact } } },
};

/** All that a key stored, opened: the case as it stands in clear, what is sealed, and its clocks. */
async function storedBy(key: string) {
  const { db, tables } = intakeAt.database;
  const { caseId } = deriveRequest(await api.keys.requestRoot(key));
  const reader = sealedReader(db, tables);
  const [state, sealed, wrapped] = await Promise.all([
    caseReader(db, tables).load(caseId),
    reader.report(caseId),
    reader.wrappedKeys(caseId),
  ]);
  if (state === undefined || sealed === undefined || wrapped === undefined) throw new Error('Nothing was stored.');
  const content = await api.keys.open(caseId, 'content', wrapped.content);
  const urls = wrapped.urls === undefined ? undefined : await api.keys.open(caseId, 'urls', wrapped.urls);
  const open = (sealKey: Uint8Array, field: string, text: string) =>
    openField(sealKey, text, { caseId, field, revision: 1 });
  const { caseId: _, caseNumber: __, ...inClear } = state.case;
  return {
    case: inClear,
    timers: state.timers.map(({ kind, dueAt }) => `${kind} ${dueAt}`).toSorted(),
    narrative: sealed.narrative === undefined ? undefined : open(content, 'narrative', sealed.narrative),
    details: JSON.parse(open(content, 'details', sealed.details)) as unknown,
    addresses:
      urls === undefined || sealed.addresses === undefined
        ? undefined
        : (JSON.parse(open(urls, 'addresses', sealed.addresses)) as unknown),
  };
}

describe.each(audiences)('what a %s reports', (audience) => {
  it.each([
    ['everything', { ...filled, ...byDoor[audience].fields }, { ...same, ...byDoor[audience].body }],
    [
      'almost nothing',
      { category: 'other', narrative: 'Ndihmë.', urls: '', when: '', ageYears: '', phone: '', safe: '' },
      {
        category: 'other',
        narrative: 'Ndihmë.',
        reporter: { role: { child: 'child', parent: 'parent', school: 'school_staff', adult: 'citizen' }[audience] },
        language: 'sq',
      },
    ],
  ])('by the page is stored as by the API: %s', async (_, fields, body) => {
    const keys = { page: randomUUID(), api: randomUUID() };
    const page = await sendReport(api.intake, { key: keys.page, ...fields }, { door: doors[audience] });
    const answer = await send(api.intake, body, { 'Idempotency-Key': keys.api });
    expect([page.status, answer.status]).toEqual([201, 201]);
    expect(await storedBy(keys.page)).toEqual(await storedBy(keys.api));
    // The program’s body is the same report also by the key of the page.
    const again = await send(api.intake, body, { 'Idempotency-Key': keys.page });
    expect(again.status).toBe(201);
    expect(page.text).toContain(String(again.json['receipt']));
  });
});

it('the child that writes of itself is the child that it happened to', async () => {
  const key = randomUUID();
  await sendReport(api.intake, { ...filled, key, about: 'me' });
  const body = { ...same, about: 'me', victims: aboutChild, ...byDoor.child.body };
  const answer = await send(api.intake, body, { 'Idempotency-Key': key });
  expect(answer.status).toBe(201);
});

it('no field of the form was left out here', () => {
  const used = new Set(['key', 'visit', 'go', ...Object.keys(filled), ...Object.keys(byDoor.school.fields ?? {})]);
  expect([...used].toSorted()).toEqual(Object.keys(reportFormShape).toSorted());
});

it('a message by the page is the message of the API', async () => {
  const text = 'Po ndodh ende.\r\nSot.';
  const key = randomUUID();
  const made = await send(api.intake, same, {});
  const receipt = String(made.json['receipt']);
  const page = await sendBytes(
    api.followUp,
    { resource: '/sq/code' },
    formBytes({ go: 'message', key, receipt, text, urls: 'https://example.com/b\r\n' }),
  );
  expect(page.status).toBe(200);
  const answer = await sendMessage(key, { receipt, text: 'Po ndodh ende.\nSot.', urls: ['https://example.com/b'] });
  expect(answer.status).toBe(201);
  const other = await sendMessage(key, { receipt, text: 'Tjetër.' });
  expect(other.status).toBe(422);
});

function sendMessage(key: string, body: object) {
  return sendBytes(api.followUp, { resource: '/v1/follow-up/messages' }, Buffer.from(JSON.stringify(body)), {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    'Idempotency-Key': key,
  });
}
