import type { CountryPack } from '../../../domain/country-pack.ts';
import type { ProblemCode } from '../../../domain/problems.ts';
import type { Referrals } from '../../../domain/referrals/referral-policy.ts';
import { helpFor } from '../public/help.ts';
import { examples } from './openapi-texts.ts';
import type { CommandBodies } from '../staff/command-bodies.ts';
import { problemAnswer } from '../problem-answer.ts';
import type { ProblemWordings } from '../problem-answer.ts';

/** Examples of the staff API: one of each answer, and one of each body. A body without an example does not compile. */

export type ExamplePack = Pick<
  CountryPack,
  'categories' | 'platforms' | 'regions' | 'languages' | 'defaultLanguage' | 'helpLines'
> &
  ProblemWordings & { referrals: Pick<Referrals, 'institutions' | 'legalBases'> };
type Json = Readonly<Record<string, unknown>>;

/** The first code of a list of the pack. No list of a pack is empty. */
function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error('A country pack has no empty lists.');
  return one;
}

export function bodyExamples(pack: ExamplePack): Readonly<CommandBodies> {
  const category = first(pack.categories).code;
  const platform = first(pack.platforms);
  const region = first(pack.regions).code;
  const institution = first(pack.referrals.institutions).code;
  const basis = first(pack.referrals.legalBases).code;
  return {
    read: { reason: 'on_duty' },
    claim: {},
    severity: { severity: 'high', reason: 'new_information' },
    handling: {
      severity: 'high',
      safetyDecision: 'safe_for_now',
      nextStep: 'advise_reporter',
      message: 'You did the right thing. Keep the messages, stop answering, and block the account.',
    },
    resolution: {
      outcome: 'content_removed',
      alsoOutcomes: ['advice_given'],
      dutyToReport: { decision: 'not_required', basis },
      message: 'The pictures are gone. If they come back, write to us here.',
    },
    outcomeCorrection: {
      because: 'put_back_online',
      outcome: 'content_still_up',
      message: 'The platform put the pictures back. This is what we do next, and what you can do.',
    },
    acknowledgement: {},
    letterAcknowledgement: {},
    assignment: { assignee: 'staff-3f' },
    handOver: { team: 'helpline' },
    note: { text: 'Called at 14:00. Nobody answered; trying again tomorrow.' },
    message: { text: 'We asked the platform today. Are you safe where you are?' },
    link: { leadCase: 'B-7K3M-9QX1' },
    unlink: {},
    linkedReading: { cases: [{ number: 'B-7K3M-9QX1' }, { number: 'B-2C5T-8WNA' }], reason: 'on_duty' },
    linkedHandling: {
      cases: [{ number: 'B-2C5T-8WNA', revision: 12 }],
      severity: 'high',
      safetyDecision: 'safe_for_now',
      nextStep: 'advise_reporter',
      message: 'You did the right thing. Keep the messages, stop answering, and block the account.',
    },
    linkedDanger: {
      cases: [{ number: 'B-7K3M-9QX1' }, { number: 'B-2C5T-8WNA' }],
      called: { institution: 'state_police', answeredBy: 'Officer on duty' },
    },
    linkedMessage: {
      cases: [{ number: 'B-7K3M-9QX1' }, { number: 'B-2C5T-8WNA' }],
      text: 'We asked the platform today. Are you safe where you are?',
    },
    linkedResolution: {
      cases: [{ number: 'B-2C5T-8WNA', revision: 14 }],
      outcome: 'same_event',
      message: 'We have done what we could. If it happens again, write to us here.',
    },
    assessment: {
      category,
      platform,
      victims: [{ ageBand: '14', gender: 'female' }],
      suspect: { relation: 'classmate', adult: false },
      flags: { threatToShare: true },
      region,
      disability: true,
    },
    danger: { called: { institution: 'state_police', answeredBy: 'Officer on duty', reference: '129-4711' } },
    waiting: { for: 'institution' },
    target: { timer: '1.resolve.report', deadline: '2026-11-22T10:00:00+01:00', because: 'waiting_for_evidence' },
    notice: { platform, way: 'trusted_flagger' },
    copyForNotice: { platform, addresses: [0], accounts: [0] },
    noticeAnswer: { answer: 'removed' },
    closure: { because: 'platform_silent' },
    reopening: {},
    exportRequest: { reason: 'court_or_prosecutor' },
    exportTaking: {},
    approval: { verdict: 'approve' },
    hold: { because: 'court_proceedings' },
    release: {},
    erasure: { because: 'person_concerned_asked', safetyDecision: 'safe_for_now' },
    referral: { institution, basis, lead: true },
    referralChange: { lead: true },
    referralDrop: { because: 'not_needed' },
    referralPreview: {
      fields: ['narrative', 'addresses', 'accounts'],
      ground: 'consent',
      addresses: [0],
      accounts: [0],
    },
    referralSending: {
      fields: ['narrative', 'addresses', 'accounts'],
      ground: 'consent',
      addresses: [0],
      accounts: [0],
      message: 'As we agreed, the police hear of it today.',
    },
    referralAnswer: {
      answer: 'completed',
      outcome: 'investigation_opened',
      name: 'Inspector on duty',
      how: 'phone',
    },
    referralReply: { text: 'Yes: you may speak to the school. The family knows of it.' },
    referralReminder: {},
    referralWithdrawal: { because: 'reporter_asked' },
    referralAccess: { contact: 'contact-police' },
    referralAccessEnd: { contact: 'contact-police' },
    referralLook: {},
    referralReading: {},
    receiptReissue: { assuredBy: 'called_safe_contact' },
    subjectAccess: { assuredBy: 'called_safe_contact' },
    spoken: { how: 'met_in_person' },
    exclusions: { institutions: ['school'], people: ['staff-3f'] },
  };
}

/** A report filed for somebody who called. */
export function filedReportExample(pack: ExamplePack): Json {
  return { ...examples.report(pack), channel: 'helpline', receivedAt: '2026-11-20T22:05:00+01:00' };
}

const promise = {
  readBy: '2026-11-20T22:40:00.000Z',
  handleBy: '2026-11-22T21:40:00.000Z',
  resolveBy: '2026-11-23T21:40:00.000Z',
};
const standing = {
  caseNumber: 'B-7K3M-9QX1',
  revision: 12,
  status: 'in_progress',
  severity: 'high',
  assignee: 'staff-3f',
  due: { clock: 'promise_handle', at: '2026-11-22T21:40:00.000Z' },
  missed: [{ clock: 'handle', at: '2026-11-21T01:40:01.000Z' }],
  readAt: '2026-11-20T21:58:00.000Z',
};
const messageAt = '2026-11-21T08:00:00.000Z';

/** What a problem says of one case among several. Help stands in the whole answer. */
function conflictOf(pack: ExamplePack, code: ProblemCode, status: number): Json {
  const { help: _, ...said } = problemAnswer(pack, 'en', { code, status }, 'staff');
  return { ...said, case: standing };
}

/** An answer of each kind. */
export function answerExamples(pack: ExamplePack) {
  const help = helpFor(pack, 'en');
  const category = first(pack.categories).code;
  const institution = first(pack.referrals.institutions).code;
  const platform = first(pack.platforms);
  const referral = {
    id: `${institution}-1`,
    institution,
    status: 'acknowledged',
    isLead: true,
    reasons: ['by_hand'],
    basis: first(pack.referrals.legalBases).code,
    isNecessary: true,
    proposedAt: messageAt,
    proposedBy: 'staff:staff-3f',
    approvedAt: messageAt,
    approvedBy: 'staff-3f',
    fields: ['narrative', 'addresses', 'accounts'],
  };
  const queueLine = {
    ...standing,
    team: 'hotline',
    channel: 'web',
    category,
    receivedAt: '2026-11-20T21:40:00.000Z',
    promise,
  };
  return {
    Standing: { ...standing, help },
    Conflict: {
      ...problemAnswer(pack, 'en', { code: 'conflict', status: 409 }, 'staff'),
      because: 'not_handled',
      case: standing,
    },
    Forbidden: {
      ...problemAnswer(pack, 'en', { code: 'needs_officer', status: 403, because: 'somebody_on_duty' }, 'staff'),
    },
    FoundCases: { cases: [queueLine], more: false, help },
    QueuePage: {
      cases: [queueLine],
      cursor: 'MiAzIzIwMjYtMTEtMjJUMjE6NDA6MDAuMDAwWiMzZjFh',
      help,
    },
    CaseView: {
      ...standing,
      team: 'hotline',
      promise,
      reported: {
        category,
        alsoCategories: [],
        victims: [{ ageBand: '14', gender: 'female' }],
        flags: { threatToShare: 'unsure' },
        reporterRole: 'child',
        reporterAgeBand: '14',
        wishes: { parents: 'ask_me' },
        needs: [],
      },
      assessed: { category, flags: { threatToShare: true } },
      linkedCases: ['B-2C5T-8WNA'],
      maybeSameAs: [],
      referrals: [referral],
      notices: [{ id: `${platform}-1`, platform, way: 'trusted_flagger', sentAt: messageAt, sentBy: 'staff-3f' }],
      timers: [
        {
          id: '1.promise_resolve.report',
          kind: 'promise_resolve',
          subject: 'report',
          deadline: promise.resolveBy,
          nextRung: 0,
          dueAt: promise.resolveBy,
        },
      ],
      thread: [{ number: 1, from: 'centre', at: messageAt }],
      history: [
        { number: 1, type: 'case.received', time: '2026-11-20T21:40:00.000Z', actor: 'reporter', data: {} },
        { number: 2, type: 'case.triaged', time: '2026-11-20T21:40:01.000Z', actor: 'besa:triage', data: {} },
      ],
      may: ['show_case', 'read_case', 'claim_case', 'note_case', 'message_reporter', 'handle_case', 'resolve_case'],
      toResolve: ['not_handled', 'referral_not_acknowledged'],
      help,
    },
    OpenedCase: {
      ...standing,
      narrative: 'Someone made a fake profile with my photos: example.com/fake-profile',
      narrativeLinks: [{ from: 44, to: 68 }],
      details: { victims: [{ ageYears: 14, gender: 'female' }] },
      addresses: { urls: ['hxxps://example.com/fake-profile'], accounts: [{ platform, handle: '@fake.profile' }] },
      messages: [{ number: 1, from: 'centre', at: messageAt, text: 'We asked the platform today.' }],
      notes: [{ number: 1, by: 'staff-3f', at: messageAt, text: 'Called at 14:00. Nobody answered.' }],
      help,
    },
    LinkedCases: {
      cases: [
        { number: 'B-2C5T-8WNA', status: 200, case: { ...standing, caseNumber: 'B-2C5T-8WNA' } },
        { number: 'B-7K3M-9QX1', status: 412, problem: { ...conflictOf(pack, 'precondition_failed', 412) } },
      ],
      help,
    },
    OpenedLinkedCases: {
      cases: [
        {
          number: 'B-2C5T-8WNA',
          status: 200,
          case: {
            ...standing,
            caseNumber: 'B-2C5T-8WNA',
            narrative: 'They made a profile of my friend.',
            details: {},
            messages: [],
            notes: [],
          },
        },
      ],
      next: [{ number: 'B-7K3M-9QX1' }],
      help,
    },
    OpenedReferral: {
      referral,
      copy: {
        caseNumber: standing.caseNumber,
        narrative: 'Someone made a fake profile with my photos.',
        addresses: ['hxxps://example.com/fake-profile'],
        accounts: [{ platform, handle: '@fake.profile' }],
      },
      answer: { acknowledgedBy: 'Inspector on duty' },
      completed: { saidBy: 'Inspector in charge' },
      thread: [
        {
          from: 'institution',
          at: '2026-11-20T22:40:00.000Z',
          text: 'May we speak to the school?',
          name: 'Inspector on duty',
        },
        { from: 'centre', at: '2026-11-20T23:05:00.000Z', text: 'Yes: the family knows of it.', how: 'desk' },
      ],
      help,
    },
    PreviewedReferral: {
      copy: {
        caseNumber: standing.caseNumber,
        narrative: 'Someone made a fake profile with my photos.',
        addresses: ['hxxps://example.com/fake-profile'],
        accounts: [{ platform, handle: '@fake.profile' }],
      },
      digest: 'Zm9yIHRoZSBleGFtcGxlIG9ubHksIG5vIGNvcHkgYXQgYWxs',
      help,
    },
    CopiedForNotice: {
      addresses: ['https://example.com/fake-profile'],
      accounts: [{ platform, handle: '@fake.profile' }],
      text: 'https://example.com/fake-profile\n@fake.profile',
      help,
    },
    SubjectSheet: { sheet: '<!doctype html>\n<html lang="sq">\n…', language: 'sq', help },
    ReferralLetter: '<!doctype html>\n<html lang="sq">\n…',
    ExportedCase: {
      ...standing,
      export: {
        mark: {
          caseNumber: standing.caseNumber,
          export: 'export-1',
          reason: 'court_or_prosecutor',
          givenTo: 'staff-3f',
          name: 'Blerim Gjoka',
          approvedBy: 'staff-8a',
          at: messageAt,
        },
        narrative: 'Someone made a fake profile with my photos.',
        messages: [{ number: 1, from: 'reporter', at: messageAt, text: 'It is still there.' }],
        notes: [],
      },
      text: 'Given to staff-3f …',
      help,
    },
    SpokenAccess: { ...standing, code: '482913', help },
    ReissuedReceipt: { ...standing, receipt: '7K3M-9QXR-2F5T-8WNA-W', help },
    ReportAnswer: {
      caseNumber: standing.caseNumber,
      receipt: '7K3M-9QXR-2F5T-8WNA-W',
      receivedAt: '2026-11-20T21:40:00.000Z',
      promise,
      nextStep:
        'A person of our team has written your report down and has read it. If it can’t wait, call 116 111, free, day and night.',
      help,
      guidance: [{ title: 'Keep the messages', text: 'They help to find out who it is.' }],
      keep: 'You don’t have to keep this code.',
    },
  } as const satisfies Readonly<Record<string, Json | string>>;
}

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed_json',
  401: 'unauthenticated',
  404: 'not_found',
  409: 'in_progress',
  410: 'erased',
  413: 'too_large',
  415: 'unsupported_media_type',
  422: 'invalid_fields',
  428: 'precondition_required',
  429: 'too_many_requests',
  500: 'internal',
  503: 'unavailable',
};
export const problemStatuses = Object.keys(codeOfStatus).map(Number);

/** The problem for a status, as the API answers it. */
export function problemExample(pack: ExamplePack, status: number): Json {
  const code = codeOfStatus[status];
  if (code === undefined) throw new Error(`No problem is answered with ${status}.`);
  const errors = status === 422 ? [{ pointer: '/reason', code: 'required' as const }] : [];
  return { ...problemAnswer(pack, 'en', { code, status, errors }, 'staff') };
}
