import type { CountryPack } from '#shared/domain/country-pack.ts';
import { disclosureFields } from '#shared/domain/case/referral.ts';
import { momentsOf } from '#shared/pages/frame/moments.ts';
import { html } from '#shared/pages/frame/html.ts';
import { accessPage, notedPage, notMinePage } from '#shared/pages/office/access.ts';
import { copyPage, type CopyState } from '#shared/pages/office/copy.ts';
import type { DeskReferral } from '#shared/pages/office/desk-referral.ts';
import { closedPage, sessionEndedPage, unsentPage } from '#shared/pages/office/ended.ts';
import { officeContext, type OfficeContext } from '#shared/pages/office/office-context.ts';
import { oneTimeCodePage } from '#shared/pages/office/one-time-code.ts';
import { drawOfficeProblem } from '#shared/pages/office/problem.ts';
import { code, key, long, now, visit } from './looks-data.ts';

const session = 'A'.repeat(35);
const kept = { key, answer: 'completed', name: 'Kola Prifti', post: 'kryeinspektor', text: long };
const holder = { session, visit, kept };

/** A referral to the police, of which everything was chosen. */
const police: DeskReferral = {
  caseNumber: 'B-7K3M-9QX1',
  referral: 'police_cybercrime-1',
  institution: 'Drejtoria për Hetimin e Krimeve Kibernetike, Policia e Shtetit',
  institutionCode: 'police_cybercrime',
  decidedAt: '2026-12-01T17:00:00.000Z',
  basis: { name: 'Kodi i Procedurës Penale, neni 281', asOf: '2026-11' },
  fields: [...disclosureFields],
  addressesOnly: false,
  status: 'sent',
  severity: 'critical',
  due: [
    { clock: 'referral_acknowledge', due: '2026-12-01T20:05:00.000Z' },
    { clock: 'referral_answer', due: '2026-12-03T17:05:00.000Z' },
  ],
  copy: {
    caseNumber: 'B-7K3M-9QX1',
    narrative: long,
    victims: [{ ageYears: 14, gender: 'female' }],
    suspect: { relation: 'stranger', adult: 'unsure', livesWithChild: false },
    reporter: { role: 'child', ageYears: 14, name: 'Emër i shpikur', contact: { phone: '069 000 0000', safe: true } },
    place: { country: 'AL', region: 'AL-11', municipality: 'AL-11-53', school: 'Shkolla 1' },
    addresses: ['hxxps://example.com/a', 'www[.]example[.]com'],
    accounts: [{ platform: 'instagram', handle: '@leo.tirana09' }],
    thread: [{ number: 1, from: 'reporter', at: '2026-11-29T18:05:00.000Z', text: long }],
  },
  addressesAsTyped: ['https://example.com/a', 'www.example.com'],
  answers: {},
  thread: [],
  canSay: ['acknowledged', 'declined'],
  shownTo: 'Kola Prifti',
  shownAt: now,
  until: '2026-12-01T19:00:00.000Z',
  help: [],
};

/** One to a school, that police lead, of which little was chosen. */
const school: DeskReferral = {
  ...police,
  referral: 'school_psychosocial-1',
  institution: 'Psikologu ose punonjësi social i shkollës',
  institutionCode: 'school_psychosocial',
  severity: 'normal',
  status: 'acknowledged',
  fields: ['narrative', 'victims', 'addresses'],
  copy: { caseNumber: 'B-7K3M-9QX1', unit: 'Shkolla 1, Tiranë', narrative: 'Më thanë gjëra të këqija.', victims: [{}] },
  addressesWithheld: 'clearance',
  doNotQuestionTheChildSpeakTo: { name: police.institution },
  answers: { answer: { acknowledgedBy: 'Kola Prifti', post: 'psikolog', reference: 'P-17/26' } },
  canSay: ['accepted', 'declined', 'completed'],
  due: [],
};

/** The pages for institutions in every state, by name. They are the same for every reader. */
export function officeLooksOf(country: CountryPack): Readonly<Record<string, (asked: Asked) => Promise<string>>> {
  const looks: Readonly<Record<string, (context: OfficeContext) => string | Promise<string>>> = {
    access: (context) => accessPage(context, { visit }),
    'access-mistyped': (context) =>
      accessPage(context, { visit, typed: code, error: context.say(context.office.access.mistyped), isAnswer: true }),
    'access-cleared': (context) => accessPage(context, { visit, isCleared: true, isAnswer: true }),
    'not-mine': (context) => notMinePage(context, { visit, access: code }),
    'not-mine-noted': notedPage,
    code: (context) => oneTimeCodePage(context, { access: code, visit, tries: 0, kept: {} }),
    'code-wrong': (context) =>
      oneTimeCodePage(context, { access: code, visit, tries: 1, kept, error: context.say(context.office.code.wrong) }),
    'code-over': (context) => oneTimeCodePage(context, { access: code, visit, tries: 5, kept: {} }),
    copy: (context) => copy(context, police),
    'copy-school': (context) => copy(context, school),
    'copy-nothing': (context) => copy(context, { ...police, fields: [], copy: { caseNumber: 'B-7K3M-9QX1' } }),
    'copy-addresses': (context) =>
      copy(context, { ...police, addressesOnly: true, fields: ['addresses'], severity: 'high' }),
    'copy-answered': (context) =>
      copy(context, school, {
        notice: context.tell(context.office.answer.noted, { answer: context.say(context.office.answers.acknowledged) }),
      }),
    'copy-asked': (context) =>
      copy(context, {
        ...school,
        thread: [
          { from: 'institution', at: '2026-12-01T17:10:00.000Z', text: long, name: 'Kola Prifti' },
          { from: 'centre', at: '2026-12-01T18:10:00.000Z', text: 'Po, fëmija e di.' },
        ],
        canSay: ['accepted', 'declined', 'completed', 'question'],
      }),
    'copy-completed': (context) => copy(context, { ...school, status: 'completed', canSay: [] }),
    'copy-wrong': (context) =>
      copy(context, police, {
        kept: { key, answer: 'declined', name: 'Kola Prifti' },
        wrong: [
          { field: 'because', message: context.say(context.office.answer.missing) },
          { field: 'post', message: context.say(context.office.answer.missing) },
        ],
        alarm: html`<div class="box warn" role="alert"><p><a href="#f-post">${context.say(context.office.answer.notSent)}</a></p></div>`,
      }),
    'session-ended': (context) => sessionEndedPage(context, { ...holder, access: code }),
    unsent: (context) => unsentPage(context, holder),
    closed: (context) => closedPage(context, { ...holder, status: 'withdrawn' }),
    problem: async ({ language, root }) => {
      const { page } = await drawOfficeProblem(country, { title: '405' }, { status: 405 }, { language, root });
      return page;
    },
  };
  return Object.fromEntries(
    Object.entries(looks).map(([name, draw]) => [
      `office-${name}`,
      async (asked: Asked) => draw(await officeContext(country, asked)),
    ]),
  );

  async function copy(context: OfficeContext, shown: DeskReferral, more: Partial<CopyState> = {}): Promise<string> {
    const [texts, { platforms }] = await Promise.all([country.loadOfficialLetterTexts(), country.loadTaxonomyTexts()]);
    const moments = momentsOf(country, context.language, now);
    const state = { session, visit, key, shown, kept: {}, ...more };
    return copyPage(context, state, { ...country, texts, platforms }, moments);
  }
}

interface Asked {
  language: string;
  root: string;
}
