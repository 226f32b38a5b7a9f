import { officeRoutes } from '#functions/referral-desk/pages/office-routes.ts';
import { answerOffice } from '#functions/referral-desk/pages/answer-office.ts';
import { Problem, type PageRoute, type Route } from '#shared/contracts/http/http.ts';
import type { deskReferralShown } from '#shared/contracts/http/public/desk-answers.ts';
import { disclosureFields } from '#shared/domain/case/referral.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { log } from '#shared/lambda/log/log.ts';
import type * as z from 'zod/mini';
import type { AskedPage } from './asked-page.ts';
import { noVisitEnded } from './no-visit-ended.ts';

const at = '2026-12-01T10:00:00.000Z';
const ahead = '2026-12-02T10:00:00.000Z';
const clock = { now: () => at };
const newKey = (): string => '00000000-0000-4000-8000-000000000001';
export const accessOnPages = 'AAAA-BBBB-CCCC-DDDD-E';

type Shown = z.infer<typeof deskReferralShown>;

/** The pages for institutions before answers that are made up: each part of a page is there. */
export function officePagesOf(pack: CountryPack): PageRoute[] {
  const routes = deskRoutes(pack);
  return officeRoutes(pack, async () =>
    answerOffice({ routes, visits: noVisitEnded, country: pack, clock, newKey, log }),
  );
}

/** What a step says that goes wrong, by a word in the form. */
const wrong: Readonly<Record<string, () => Problem>> = {
  mistyped: () => new Problem('receipt_mistyped', 422),
  empty: () => new Problem('invalid_fields', 422, { errors: [{ pointer: '/access', code: 'required' }] }),
  refused: () => new Problem('access_refused', 401),
  short: () =>
    new Problem('invalid_fields', 422, {
      errors: [{ pointer: '/code', code: 'wrong_form', expected: 'one_time_code' }],
    }),
  over: () => new Problem('conflict', 409, { extra: { because: 'wrong_referral_status', status: 'withdrawn' } }),
  fields: () =>
    new Problem('invalid_fields', 422, {
      errors: [
        { pointer: '/answer', code: 'required' },
        { pointer: '/name', code: 'too_long', expected: '200' },
        { pointer: '/because', code: 'required' },
      ],
    }),
  reused: () => new Problem('command_key_reused', 422),
  key: () => new Problem('invalid_idempotency_key', 422),
  broken: () => new Problem('internal', 500),
};

function deskRoutes(pack: CountryPack): Route[] {
  const answering = (step: string, answer: () => Record<string, unknown>): Route => ({
    method: 'POST',
    path: `/v1/desk/${step}`,
    handle: async ({ body }) => {
      const { access = '', code = '', session = '', name = '' } = body as Record<string, string>;
      const problem = { code: access, session: code, referral: session, answer: name }[step] ?? '';
      const found = wrong[problem];
      if (found !== undefined) throw found();
      return { status: 200, body: answer() };
    },
  });
  return [
    answering('code', () => ({})),
    answering('not-for-me', () => ({})),
    answering('session', () => ({ session: 'session', until: ahead })),
    answering('referral', () => ({ ...shown(pack) })),
    answering('answer', () => ({ status: 'acknowledged', canSay: [], revision: 1 })),
  ];
}

/** A copy of which everything was chosen. */
function shown({ regions: [region] }: CountryPack): Omit<Shown, 'help'> {
  return {
    caseNumber: 'B-AAAA-AAAA',
    referral: 'elders-1',
    institution: 'somebody',
    institutionCode: 'elders',
    decidedAt: at,
    basis: { name: 'basis', asOf: '2026-11' },
    fields: [...disclosureFields],
    addressesOnly: false,
    status: 'sent',
    severity: 'high',
    due: [
      { clock: 'referral_acknowledge', due: ahead },
      { clock: 'referral_answer', due: at },
    ],
    doNotQuestionTheChildSpeakTo: { name: 'lead' },
    copy: {
      caseNumber: 'B-AAAA-AAAA',
      unit: 'unit',
      narrative: 'words https://words.example',
      victims: [{ ageYears: 14, gender: 'female' }],
      suspect: { relation: 'stranger' },
      reporter: { role: 'child', name: 'name' },
      place: { country: 'outside', region: region?.code },
      addresses: ['hxxps://words.example'],
      accounts: [{ handle: 'account' }],
      thread: [{ number: 1, from: 'reporter', at, text: 'words' }],
    },
    addressesAsTyped: ['https://words.example'],
    answers: { answer: { acknowledgedBy: 'name', post: 'post' } },
    thread: [
      { from: 'institution', at, text: 'words', name: 'name', post: 'post' },
      { from: 'centre', at, text: 'words' },
    ],
    canSay: ['acknowledged', 'accepted', 'declined', 'completed', 'question'],
    shownTo: 'contact',
    shownAt: at,
    until: ahead,
  };
}

/** Every page for institutions, and every state of each, in a language. Its name says which. */
export function everyOfficePage(language: string): Readonly<Record<string, AskedPage>> {
  const resource = `/${language}/office`;
  const step = (go: string, fields: Readonly<Record<string, string>> = {}): AskedPage => ({
    method: 'POST',
    resource,
    fields: { access: accessOnPages, session: 'session', key: newKey(), go, ...fields },
  });
  const answer = (name: string): AskedPage =>
    step('answer', { answer: 'declined', name, post: 'post', because: 'other', text: 'words', reference: 'P-1' });
  return {
    'office of no language': { resource: '/office' },
    office: { resource },
    'office access': step('access'),
    'office asked': step('ask'),
    'office code': step('code', { tries: '5' }),
    'office copy': step('open'),
    'office copy again': step('look', { answer: 'declined', text: 'words', name: 'name' }),
    'office answered': answer('name'),
    'office not mine': step('not-mine', { access: '0000-0000-0000-0000-0' }),
    'office not mine, noted': step('not-mine-now'),
    'office access mistyped': step('ask', { access: 'mistyped' }),
    'office access empty': step('ask', { access: 'empty' }),
    'office access not now': step('ask', { access: 'broken' }),
    'office code refused': step('open', { code: 'refused' }),
    'office code short': step('open', { code: 'short' }),
    'office code not now': step('open', { code: 'broken' }),
    'office session ended': step('look', { session: 'refused' }),
    'office closed': step('look', { session: 'over' }),
    'office copy not now': step('look', { session: 'broken' }),
    'office answer wrong': answer('fields'),
    'office answer in a wrong state': answer('over'),
    'office answer to another': answer('reused'),
    'office answer without a key': answer('key'),
    'office answer not now': answer('broken'),
    'office answer refused': answer('refused'),
  };
}
