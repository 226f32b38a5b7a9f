import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeParts } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { EventType } from '#shared/domain/case/events.ts';
import { contactDuty, leftAt, type Referral } from '#shared/domain/case/referral.ts';
import { MailRefused } from '#shared/ports/mailbox.ts';
import type { InstitutionContact } from '#shared/ports/directory.ts';
import { aReferral } from '#test/support/builders.ts';
import { sesEvent } from '#test/support/ses-events.ts';
import { type Centre, Crash, openCentre, staff } from '../centre.ts';

const police: InstitutionContact = {
  id: 'contact-police',
  name: 'Cybercrime police',
  mail: 'police@institution.example',
  language: 'en',
  duties: [contactDuty('police_cybercrime')],
  active: true,
  cleared: false,
};
const prosecution: InstitutionContact = {
  ...police,
  id: 'contact-prosecution',
  mail: 'prosecution@institution.example',
  duties: [contactDuty('prosecution')],
};
const id = 'police_cybercrime-1';

describe('A referral to an institution', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre([...staff, police, prosecution]);
  });
  afterEach(() => centre.stop());

  const told = () => centre.letters.map(({ to }) => to.split('@')[0]);
  const referralOf = async (of: Case): Promise<Referral> => (await centre.read(of)).case.referrals![0]!;
  const typesOf = async (of: Case): Promise<EventType[]> => (await centre.history(of)).map(({ type }) => type);

  /** A critical case that a person works on, read, with a referral to the cybercrime police. */
  async function worked(overrides: ChangeParts['set'] = {}): Promise<Case> {
    const now = centre.now();
    const read = { triagedAt: now, readAt: now, lastReadAt: now, handledAt: now, status: 'in_progress' } as const;
    const of = await centre.receive({ severity: 'critical' });
    await centre.change(of, { set: { ...read, assignee: 'staff-backup', ...overrides }, events: [] });
    await centre.settle(of);
    centre.letters.length = 0;
    return of;
  }
  type Step = 'approved' | 'acknowledged' | 'accepted' | 'declined' | 'withdrawn' | 'reminded';
  async function step(of: Case, what: Step, referral: Partial<Referral> = {}): Promise<void> {
    const status = what === 'reminded' ? (await referralOf(of)).status : what;
    const before = (await centre.read(of)).case.referrals?.[0] ?? aReferral({ approvedAt: centre.now() });
    await centre.change(of, {
      set: { referrals: [{ ...before, status, ...referral }] },
      events: [{ type: `referral.${what}`, actor: 'staff:staff-backup', data: { referral: id } }],
    });
    await centre.settle(of);
  }
  async function approved(overrides: ChangeParts['set'] = {}, referral: Partial<Referral> = {}): Promise<Case> {
    const of = await worked(overrides);
    await step(of, 'approved', { approvedAt: centre.now(), ...referral });
    return of;
  }
  /** A person of the institution was called: the call is the referral. */
  const called = () => ({ status: 'acknowledged', calledAt: centre.now(), acknowledgedAt: centre.now() }) as const;
  async function comesBack(of: Case, to: string): Promise<void> {
    const mail = (await centre.mailsOf(of)).findLast((one) => one.to === to)!;
    const { mail: address } = (await centre.member(to))!;
    await centre.feedback(sesEvent('permanent', mail.letters!.at(-1)!, address));
    await centre.settle(of);
  }

  it('has its contact written to: reference, severity, due time and whom to call, and no other institution', async () => {
    const of = await approved();
    expect(told()).toEqual(['police']);
    const [letter] = centre.letters;
    expect(letter?.subject).toBe(`Waits: ${of.caseNumber}`);
    expect(letter?.text).toContain(`${id} critical`);
    // An hour after the decision, as a clock in Tirana shows it.
    expect(letter?.text).toContain('to be acknowledged by the institution by Saturday 21 November, 00:10');
    expect(letter?.text).toContain('This is a message to an institution.');
    expect(letter?.text).not.toContain('http');
  });

  it('lets nothing that a case knows of its reporter into the mail', async () => {
    const of = await worked();
    const canary = 'KANARINA';
    const { reported } = (await centre.read(of)).case;
    await centre.change(of, {
      set: { reported: { ...reported, category: canary, platform: canary, region: canary, victims: [] } },
      events: [],
    });
    await step(of, 'approved', { reasons: [canary], basis: canary });
    expect(told()).toEqual(['police']);
    expect(JSON.stringify([centre.letters, centre.logged, await centre.mailsOf(of)])).not.toContain(canary);
  });

  it('is said to be sent once the mail was handed over, and once only, however many contacts there are', async () => {
    await centre.putMember({ ...police, id: 'contact-second', mail: 'second@institution.example' });
    const of = await approved();
    expect((await referralOf(of)).status).toBe('approved');
    const handedOverAt = centre.now();
    centre.later(1);
    await centre.sweep();
    await centre.sweep();
    expect(await referralOf(of)).toMatchObject({ status: 'sent', sentAt: handedOverAt });
    expect((await typesOf(of)).filter((type) => type === 'referral.sent')).toHaveLength(1);
    expect((await centre.mailsOf(of)).filter(({ sentAt }) => sentAt === handedOverAt)).toHaveLength(2);
    await centre.settle(of);
    expect(new Set(told())).toEqual(new Set(['police', 'second']));
  });

  it.each(['beforeWrite', 'afterWrite'] as const)('is said to be sent after a sweep that died %s', async (point) => {
    const of = await approved();
    centre.later(1);
    centre.between[point] = () => {
      throw new Crash();
    };
    await centre.sweep();
    delete centre.between[point];
    centre.later(1);
    await centre.sweep();
    expect((await referralOf(of)).status).toBe('sent');
    expect((await typesOf(of)).filter((type) => type === 'referral.sent')).toHaveLength(1);
    expect((await centre.mailsOf(of)).map(({ sentAt }) => sentAt)).not.toContain(undefined);
    expect(told()).toEqual(['police']);
  });

  it('is mailed once, and said to be sent, when the event comes again before the sweep', async () => {
    const of = await approved();
    centre.later(3);
    await centre.deliver('notification', await centre.lastEvent(of, 'referral.approved'));
    await centre.sweep();
    expect(told()).toEqual(['police']);
    expect((await referralOf(of)).status).toBe('sent');
  });

  it('is mailed, and said to be sent, when the mail service takes the mail only later', async () => {
    centre.between.onSend = () => {
      throw new Error('unavailable');
    };
    const of = await approved();
    centre.later(3);
    await centre.sweep();
    expect((await referralOf(of)).status).toBe('approved');
    delete centre.between.onSend;
    centre.later(5);
    await centre.sweep();
    await centre.sweep();
    expect(told()).toEqual(['police']);
    expect((await referralOf(of)).status).toBe('sent');
  });

  it('by a call is followed by a mail that says so, and stays acknowledged', async () => {
    const of = await approved({}, called());
    expect(centre.letters.map(({ subject }) => subject)).toEqual([`After the call: ${of.caseNumber}`]);
    expect(centre.letters[0]?.text).toContain('to be answered by the institution by');
    centre.later(1);
    await centre.sweep();
    expect(await referralOf(of)).toMatchObject({ status: 'acknowledged', sentAt: expect.any(String) as string });
  });

  it('waits for the next mail of the day when it is not urgent, each in a mail of its own', async () => {
    // 15:00 in Tirana.
    centre.at('2026-11-20T14:00:00.000Z');
    const cases = [await approved({ severity: 'normal' }), await approved({ severity: 'normal' })];
    expect(told()).toEqual([]);
    centre.at('2026-11-20T17:00:00.000Z');
    await centre.sweep();
    expect(
      centre.letters
        .filter(({ to }) => to === police.mail)
        .map(({ subject }) => subject)
        .toSorted(),
    ).toEqual(cases.map(({ caseNumber }) => `Waits: ${caseNumber}`).toSorted());
  });

  it('waits for no mail of the day when it is a list of addresses, by night neither: the authority has an hour', async () => {
    // 23:00 in Tirana.
    centre.at('2026-11-20T22:00:00.000Z');
    await approved({ severity: 'normal' }, { addressesOnly: true });
    expect(told()).toEqual(['police']);
  });

  it('is not mailed any more when somebody answered by phone or took it back before the mail left', async () => {
    centre.at('2026-11-20T14:00:00.000Z');
    for (const what of ['acknowledged', 'withdrawn'] as const) {
      const of = await approved({ severity: 'normal' });
      await step(of, what, what === 'acknowledged' ? { acknowledgedAt: centre.now() } : {});
    }
    centre.at('2026-11-20T17:00:00.000Z');
    await centre.sweep();
    expect(told()).not.toContain('police');
  });

  it('that is taken back has told so to who heard of it, once', async () => {
    const of = await approved();
    await step(of, 'withdrawn', { withdrawnBecause: 'sent_in_error' });
    await centre.deliver('notification', await centre.lastEvent(of, 'referral.withdrawn'));
    expect(told()).toEqual(['police', 'police']);
    expect(centre.letters[1]?.subject).toBe(`Taken back: ${of.caseNumber}`);
    const spoken = await approved({}, called());
    await step(spoken, 'withdrawn');
    expect(centre.letters.at(-1)?.subject).toBe(`Taken back: ${spoken.caseNumber}`);
    expect(told()).not.toContain('backup');
  });

  it('that is taken back by a mail that comes back has who works on it told to call, whatever the severity', async () => {
    centre.at('2026-11-20T14:00:00.000Z');
    const of = await approved({ severity: 'low' });
    centre.at('2026-11-20T17:00:00.000Z');
    await centre.sweep();
    await step(of, 'withdrawn', { withdrawnBecause: 'sent_in_error' });
    // Eight in the morning in Tirana, when what is not urgent leaves.
    centre.at('2026-11-21T07:00:00.000Z');
    await centre.sweep();
    await comesBack(of, police.id);
    expect(told()).toEqual(['police', 'police', 'backup']);
    expect(centre.letters.at(-1)?.subject).toBe(`Call, taken back: ${of.caseNumber}`);
    expect(centre.letters.at(-1)?.text).toContain('Cybercrime Investigation Directorate, State Police');
  });

  it('that is taken back and has nobody to write to any more has staff told to call, a closed case too', async () => {
    const of = await approved();
    centre.letters.length = 0;
    await centre.putMember({ ...police, active: false });
    await centre.change(of, {
      set: { assignee: undefined, status: 'closed', resolvedAt: centre.now(), closedAt: centre.now() },
      events: [],
    });
    await step(of, 'withdrawn');
    expect(told()).toEqual(['duty']);
    expect(centre.letters[0]?.subject).toBe(`Call, taken back: ${of.caseNumber}`);
  });

  it('that is taken back asks nobody to call where only mails that came back had spoken of it', async () => {
    const of = await approved({}, {});
    const mails = await centre.mailsOf(of);
    await step(of, 'withdrawn');
    await centre.feedback(sesEvent('permanent', mails[0]!.letters!.at(-1)!, police.mail));
    await centre.settle(of);
    centre.letters.length = 0;
    await comesBack(of, police.id);
    expect(told()).toEqual([]);
  });

  it('that is taken back before its mail left is not spoken of to the institution', async () => {
    centre.at('2026-11-20T14:00:00.000Z');
    const of = await approved({ severity: 'normal' });
    await step(of, 'withdrawn');
    centre.at('2026-11-20T17:00:00.000Z');
    await centre.sweep();
    expect(told()).not.toContain('police');
    expect((await centre.mailsOf(of)).map(({ droppedBecause }) => droppedBecause)).toEqual(['referral_over']);
  });

  it('that replaces one taken back before its mail left is told in a mail of its own', async () => {
    centre.at('2026-11-20T14:00:00.000Z');
    const of = await approved({ severity: 'normal' });
    await step(of, 'withdrawn', { withdrawnBecause: 'sent_in_error' });
    const [first] = (await centre.read(of)).case.referrals!;
    const again = aReferral({ id: 'police_cybercrime-2', status: 'approved', approvedAt: centre.now() });
    await centre.change(of, {
      set: { referrals: [first!, again] },
      events: [{ type: 'referral.approved', actor: 'staff:staff-backup', data: { referral: again.id } }],
    });
    await centre.settle(of);
    centre.at('2026-11-20T17:00:00.000Z');
    await centre.sweep();
    expect(told()).toEqual(['police']);
    expect(centre.letters[0]?.text).toContain(again.id);
  });

  it('that was called about and is taken back is not said to have been sent by the mail that takes it back', async () => {
    const of = await worked();
    await step(of, 'acknowledged', { acknowledgedAt: centre.now() });
    await step(of, 'withdrawn');
    expect(told()).toEqual(['police']);
    centre.later(1);
    await centre.sweep();
    expect((await referralOf(of)).sentAt).toBeUndefined();
  });

  it('goes to the contact that was picked, and without one to none of many schools', async () => {
    const school = { ...police, duties: [contactDuty('school_psychosocial')] as InstitutionContact['duties'] };
    await centre.putMember({ ...school, id: 'contact-north', mail: 'north@school.example' });
    await centre.putMember({ ...school, id: 'contact-south', mail: 'south@school.example' });
    await approved({}, { institution: 'school_psychosocial', contact: 'contact-south' });
    expect(told()).toEqual(['south']);
    await approved({}, { institution: 'school_psychosocial', ...called() });
    expect(told()).toEqual([]);
  });

  it('that nobody can be mailed about has the assignee told at once to call, whatever the severity', async () => {
    centre.at('2026-11-20T14:00:00.000Z');
    await centre.putMember({ ...police, active: false });
    const of = await approved({ severity: 'low' });
    expect(told()).toEqual(['backup']);
    expect(centre.letters[0]?.subject).toBe(`Call: ${of.caseNumber}`);
    expect(centre.letters[0]?.text).toContain('Cybercrime Investigation Directorate, State Police: ');
    await approved({}, called());
    expect(told()).toEqual([]);
  });

  it('that nobody can be mailed about wakes nobody at night, unless the case does', async () => {
    await centre.putMember({ ...police, active: false });
    const of = await approved({ severity: 'normal' });
    expect(told()).toEqual([]);
    // Eight in the morning in Tirana, in a letter with what else waited.
    centre.at('2026-11-21T07:00:00.000Z');
    await centre.sweep();
    const letter = centre.letters.find(({ to }) => to === 'backup@centre.example');
    expect(letter?.subject).toBe(`Call: ${of.caseNumber}`);
    centre.at('2026-11-21T22:10:00.000Z');
    await approved({ severity: 'critical' });
    expect(told()).toEqual(['backup']);
  });

  it('whose mail comes back has the assignee told which institution to call, or the first rung, and no other one', async () => {
    for (const assignee of ['staff-backup', undefined]) {
      await centre.putMember(police);
      centre.letters.length = 0;
      const of = await approved({ assignee });
      await comesBack(of, police.id);
      expect(told()).toEqual(['police', assignee === undefined ? 'duty' : 'backup']);
      expect(centre.letters[1]?.subject).toBe(`Call: ${of.caseNumber}`);
      expect((await centre.member(police.id))?.unreachable).toMatchObject({ because: 'bounced' });
      centre.later(2);
      await centre.sweep();
      expect((await referralOf(of)).status).toBe('approved');
    }
  });

  it('counts as told as long as one contact has the mail, and no longer', async () => {
    await centre.putMember({ ...police, id: 'contact-second', mail: 'second@institution.example' });
    const of = await approved();
    await comesBack(of, police.id);
    expect(new Set(told())).toEqual(new Set(['police', 'second']));
    await comesBack(of, 'contact-second');
    expect(told().slice(2)).toEqual(['backup']);
  });

  it('is told as asked only while something of it is there: not once all came back, and anew when another mail leaves', async () => {
    await centre.putMember({ ...police, id: 'contact-second', mail: 'second@institution.example' });
    const of = await approved({ handling: { safetyDecision: 'safe_for_now', nextStep: 'refer_institution' } });
    const stands = async () => ({ left: leftAt(await referralOf(of)), status: (await centre.read(of)).case.status });
    centre.later(2);
    await centre.sweep();
    const sentAt = (await referralOf(of)).sentAt;
    expect(await stands()).toEqual({ left: sentAt, status: 'waiting_institution' });
    await comesBack(of, police.id);
    expect(await stands()).toEqual({ left: sentAt, status: 'waiting_institution' });
    await comesBack(of, 'contact-second');
    expect(await stands()).toEqual({ left: undefined, status: 'in_progress' });

    for (const one of [police, { ...police, id: 'contact-second' }])
      await centre.putMember({ ...one, mail: 'mended@institution.example' });
    await step(of, 'reminded');
    centre.later(2);
    await centre.sweep();
    const again = await referralOf(of);
    expect(again).not.toHaveProperty('unreachedSince');
    expect(again.sentAt! > sentAt!).toBe(true);
    expect(await stands()).toEqual({ left: again.sentAt, status: 'waiting_institution' });
  });

  it('that complains has it, and so has one who was called', async () => {
    const of = await approved();
    centre.later(2);
    await centre.sweep();
    const mail = (await centre.mailsOf(of)).findLast((one) => one.to === police.id)!;
    await centre.feedback(sesEvent('complaint', mail.letters!.at(-1)!, police.mail));
    expect(leftAt(await referralOf(of))).toBeDefined();

    await centre.putMember(police);
    const other = await approved({}, called());
    centre.later(2);
    await centre.sweep();
    await comesBack(other, police.id);
    expect(leftAt(await referralOf(other))).toBeDefined();
  });

  it('that the mail service refuses has staff told to call meanwhile', async () => {
    centre.between.onSend = ({ to }) => {
      if (to === police.mail) throw new MailRefused('MessageRejected');
    };
    const of = await approved();
    centre.later(3);
    await centre.sweep();
    await centre.settle(of);
    expect(told()).toEqual(['backup']);
  });

  it('can be asked for once more: a mail of its own, also after the first came back, and then it counts as sent', async () => {
    const of = await approved();
    await comesBack(of, police.id);
    await centre.putMember({ ...police, mail: 'mended@institution.example' });
    await step(of, 'reminded');
    expect(centre.letters.at(-1)).toMatchObject({
      to: 'mended@institution.example',
      subject: `Once more: ${of.caseNumber}`,
    });
    expect(centre.letters.at(-1)?.text).toContain('+99 1 234');
    centre.later(1);
    await centre.sweep();
    expect((await referralOf(of)).status).toBe('sent');
  });

  it('that is declined comes back to who works on it, beyond the end of the case too', async () => {
    const of = await approved();
    await centre.change(of, { set: { status: 'resolved', resolvedAt: centre.now() }, events: [] });
    await step(of, 'declined', { declinedBecause: 'not_competent' });
    expect(told()).toEqual(['police', 'backup']);
    expect(centre.letters[1]?.subject).toBe(`Declined: ${of.caseNumber}`);
    expect(centre.letters[1]?.text).toContain('Cybercrime Investigation Directorate, State Police: ');
  });

  it('that is declined waits with the news of its severity', async () => {
    centre.at('2026-11-20T14:00:00.000Z');
    const of = await approved({ severity: 'normal' });
    await step(of, 'declined');
    expect(told()).toEqual([]);
    centre.at('2026-11-20T17:00:00.000Z');
    await centre.sweep();
    expect(told()).toEqual(['backup']);
  });

  it('is not mailed to an institution, or a person there, that must not get to do with the case', async () => {
    const people = { institutions: [], people: [police.id] };
    const institutions = { institutions: ['police_cybercrime'], people: [] };
    await approved({ exclusions: institutions });
    expect(told()).toEqual([]);
    await approved({ exclusions: people });
    expect(told()).toEqual(['backup']);
    // Excluded between the decision and the mail.
    centre.at('2026-11-20T14:00:00.000Z');
    const of = await approved({ severity: 'normal' });
    await centre.change(of, { set: { exclusions: institutions }, events: [] });
    centre.at('2026-11-20T17:00:00.000Z');
    await centre.sweep();
    expect(told()).not.toContain('police');
  });
});
