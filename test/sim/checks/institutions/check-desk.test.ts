import { describe, expect, it } from 'vitest';
import type { Standing, Visit } from '../../actors/institutions/visit.ts';
import type { SentMail } from '../../world.ts';
import { aCase, aReferral } from '#test/support/builders.ts';
import type { Told } from '../finding.ts';
import { checkDesk } from './check-desk.ts';
import type { DeskEvidence } from './desk-evidence.ts';

const at = Date.UTC(2026, 10, 20, 9);
const minute = 60_000;
const access = '7K3M-9QXR-2F5T-8WNA-W';
const address = 'police@institution.example';
const contact: NonNullable<Standing['contact']> = {
  id: 'contact-police',
  name: 'Contact',
  mail: address,
  language: 'sq',
  duties: ['institution:police_cybercrime'],
  active: true,
  cleared: false,
  revision: 1,
};
const referral = aReferral({ id: 'police_cybercrime-1', institution: 'police_cybercrime', status: 'sent' });
const of = aCase({ referrals: [referral] });
const row: NonNullable<Standing['access']> = {
  lookup: 'lookup',
  caseId: of.caseId,
  referral: referral.id,
  contact: contact.id,
  issue: 1,
  expiresAt: new Date(at + 30 * 24 * 60 * minute).toISOString(),
  version: 1,
};
const standing: Standing = { access: row, of, contact };
const mail = (text: string, to = address): SentMail => ({ at, to, subject: of.caseNumber, text, tags: {} });
const visit = (step: Visit['step'], minutes: number, more: Partial<Visit> = {}): Visit => ({
  step,
  access,
  from: at + minutes * minute,
  at: at + minutes * minute + 1,
  status: 200,
  body: {},
  before: standing,
  after: standing,
  ...more,
});
const begun = (minutes: number, token: string, digits = '482913'): Visit =>
  visit('session', minutes, { digits, body: { session: token } });
const opened = (minutes: number, token: string, of: Standing = standing): Visit =>
  visit('referral', minutes, { token, body: { answers: {} }, before: of, after: of });

function found(visits: Visit[], more: Partial<DeskEvidence> = {}): string[] {
  const all: string[] = [];
  const told = { of, events: [], timers: [], rows: new Set(), mails: [] } as unknown as Told;
  const evidence: DeskEvidence = {
    desk: { visits, spoken: [] },
    mails: [mail(access), mail('482 913')],
    lines: [],
    cases: [told],
    addresses: new Map([[contact.id, address]]),
    places: [],
    areClocksApart: false,
    ...more,
  };
  checkDesk(evidence, (promise, what) => void all.push(`${promise} ${what}`));
  return all;
}

describe('what the desk opens', () => {
  it('is what both codes open, while they do', () => {
    expect(found([begun(1, 'one'), opened(2, 'one')])).toEqual([]);
    expect(found([begun(1, 'one'), opened(40, 'one')])).toHaveLength(1);
    expect(found([opened(2, 'one')])).toEqual([expect.stringContaining('nobody had begun')]);
  });

  it('is nothing with digits of long ago, of nobody, or for a second time', () => {
    expect(found([begun(12, 'one')])).toEqual([expect.stringContaining('long ago')]);
    expect(found([begun(1, 'one', '111111')])).toEqual([expect.stringContaining('nobody had told')]);
    expect(found([begun(1, 'one'), begun(2, 'two')])).toEqual([expect.stringContaining('the same digits')]);
  });

  it.each<[string, Standing]>([
    ['no such code', {}],
    ['had been ended', { ...standing, access: { ...row, revokedAt: row.expiresAt } }],
    ['too old', { ...standing, access: { ...row, expiresAt: new Date(at - 5 * minute).toISOString() } }],
    ['suspended', { ...standing, contact: { ...contact, active: false } }],
    ['another institution', { ...standing, contact: { ...contact, duties: [] } }],
    ['its reader out', { ...standing, of: { ...of, exclusions: { people: [contact.id], institutions: [] } } }],
    ['is over', { ...standing, of: { ...of, referrals: [{ ...referral, status: 'withdrawn' }] } }],
  ])('is nothing that %s', (why, so) => {
    expect(found([begun(1, 'one'), opened(2, 'one', so)])).toEqual([expect.stringContaining(why)]);
  });

  it('is nothing once a newer code or session came, or somebody said that it is not for them', () => {
    const newer = { ...standing, access: { ...row, issue: 2 } };
    const other = visit('code', 2, { access: '8K3M-9QXR-2F5T-8WNA-W', status: 202, before: newer, after: newer });
    expect(found([begun(1, 'one'), other, opened(3, 'one')])).toEqual([expect.stringContaining('a newer code')]);
    const said = visit('not-for-me', 2, { status: 202 });
    expect(found([begun(1, 'one'), said, opened(3, 'one')])).toEqual([expect.stringContaining('not for them')]);
  });
});

describe('an answer at the desk', () => {
  it('takes effect as often as it was given', () => {
    const said = visit('answer', 2, { token: 'one', key: 'key', said: { answer: 'acknowledged', name: 'Kola' } });
    expect(found([begun(1, 'one'), said])).toEqual([expect.stringContaining('acknowledged 0 times for 1 answers')]);
  });
});

describe('codes', () => {
  it('stand in the mail to their contact alone', () => {
    const mails = [mail(access), mail('482 913'), mail(`Forwarded: ${access}`, 'arta@besa.example')];
    expect(found([], { mails })).toEqual([expect.stringContaining('one code was mailed to')]);
    expect(found([], { places: [['a queue', access.replaceAll('-', '')]] })).toHaveLength(1);
    expect(found([], { lines: ['{"code":"482913"}'] })).toEqual([expect.stringContaining('in a log line')]);
    expect(found([], { desk: { visits: [], spoken: [{ contact: contact.id, digits: '482913', at }] } })).toHaveLength(
      1,
    );
  });
});
