import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import type { StaffMember } from '#shared/ports/directory.ts';
import { country } from '#shared/country/current.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { callHandler, postOf } from '#test/support/gateway.ts';
import { openDesk, people } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { bullying, canary, extortion, handling } from '../reports.ts';
import { reporterTexts } from '#test/support/reporter-texts.ts';

const logged = catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const caseOf = async (caseNumber: string) => (await desk.stateOf(caseNumber)).case;
const typesOf = async (caseNumber: string) => (await desk.historyOf(caseNumber)).map(({ type }) => type);
const refusal = ({ status, json }: { status: number; json: Record<string, unknown> }) => [status, json['because']];
const problems = ({ json }: { json: Record<string, unknown> }) =>
  (json['errors'] as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`);

describe('claiming', () => {
  it('by twenty people at once gives the case to exactly one, and tells the others who has it', async () => {
    const claimers = Array.from({ length: 20 }, (_, n): StaffMember => ({
      id: `staff-claimer-${n}`,
      name: `Claimer ${n}`,
      mail: `claimer-${n}@centre.example`,
      language: 'en',
      role: n % 2 === 0 ? 'counsellor' : 'officer',
      duties: [],
      active: true,
      cleared: false,
    }));
    for (const Item of claimers.flatMap(staffRows)) {
      await desk.database.db.send(new PutItemCommand({ TableName: desk.database.tables.directory, Item }));
    }
    const { caseNumber } = await desk.receive(bullying);
    const answers = await Promise.all(
      claimers.map(({ id }) =>
        callHandler(desk.desk, {
          ...postOf('/v1/cases/{number}/claim', {}),
          path: { number: caseNumber },
          claims: { sub: id },
        }),
      ),
    );
    const { assignee } = await caseOf(caseNumber);
    const winners = claimers.filter((_, n) => answers[n]?.status === 200);
    expect(winners.map(({ id }) => id)).toEqual([assignee]);
    const others = answers.filter(({ status }) => status !== 200);
    expect(new Set(others.map(refusal).map(String))).toEqual(new Set(['409,assigned_to_another']));
    expect(others.every(({ json }) => (json['case'] as { assignee: string }).assignee === assignee)).toBe(true);
    expect((await typesOf(caseNumber)).filter((type) => type === 'case.assigned')).toHaveLength(1);
  });
});

describe('assigning', () => {
  it('gives the case to a colleague, and from them to another', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'claim', {});
    const answer = await desk.decide('supervisor', caseNumber, 'assignment', { assignee: people.counsellor.id });
    expect([answer.status, answer.json['assignee']]).toEqual([200, people.counsellor.id]);
    expect(await desk.historyOf(caseNumber)).toContainEqual(
      expect.objectContaining({
        type: 'case.assigned',
        actor: `staff:${people.supervisor.id}`,
        data: { assignee: people.counsellor.id },
      }),
    );
    const again = await desk.decide('supervisor', caseNumber, 'assignment', { assignee: people.counsellor.id });
    expect([again.status, again.headers['ETag']]).toEqual([200, answer.headers['ETag']]);
  });

  it.each([
    ['somebody unknown', 'staff-nobody'],
    ['somebody whose account is suspended', people.gone.id],
    ['somebody without sign-in', people.director.id],
  ])('names the field when it is to go to %s', async (_, assignee) => {
    const { caseNumber } = await desk.receive(bullying);
    const answer = await desk.decide('officer', caseNumber, 'assignment', { assignee });
    expect([answer.status, problems(answer)]).toEqual([422, ['/assignee unknown_code']]);
    expect((await caseOf(caseNumber)).assignee).toBeUndefined();
  });

  it('never gives it to whom the case excludes', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.decide('officer', caseNumber, 'exclusions', { institutions: [], people: [people.other.id] });
    const answer = await desk.decide('officer', caseNumber, 'assignment', { assignee: people.other.id });
    expect(refusal(answer)).toEqual([409, 'person_excluded']);
  });

  it('is refused to a counsellor where a colleague has the case', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'claim', {});
    const answer = await desk.decide('counsellor', caseNumber, 'assignment', { assignee: people.counsellor.id });
    expect(answer.status).toBe(403);
    expect((await caseOf(caseNumber)).assignee).toBe(people.officer.id);
  });
});

describe('handing over to the other team', () => {
  it('leaves the case to whoever of them takes it, keeps every clock, and tells the reporter that it is one team', async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'claim', {});
    const before = await desk.stateOf(caseNumber);
    const sameTeam = reporterTexts.sameTeam.child[country.defaultLanguage] ?? '';
    expect((await desk.followUp(receipt)).text).not.toContain(sameTeam);
    const answer = await desk.decide('officer', caseNumber, 'hand-over', { team: 'helpline' });
    expect([answer.status, answer.json['assignee']]).toEqual([200, undefined]);
    const after = await desk.stateOf(caseNumber);
    expect(after.case).toMatchObject({ team: 'helpline', promise: before.case.promise });
    expect(after.timers).toEqual(before.timers);
    expect((await desk.show('counsellor', caseNumber)).json['team']).toBe('helpline');
    expect((await desk.followUp(receipt)).text).toContain(sameTeam);
  });

  it('to the team that has it already changes nothing', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const { revision } = await caseOf(caseNumber);
    const answer = await desk.decide('officer', caseNumber, 'hand-over', { team: 'hotline' });
    expect([answer.status, answer.json['revision']]).toEqual([200, revision]);
  });
});

describe('notes', () => {
  it('are sealed, stand in no event and no log, and are opened by reading the case', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const texts = ['a first note', `${canary} a second note`];
    for (const text of texts)
      expect((await desk.command('counsellor', caseNumber, 'notes', { text })).status).toBe(200);
    const shown = await desk.show('officer', caseNumber);
    expect(shown.text).not.toContain('note of');
    for (const table of ['cases', 'caseEvents', 'accessLog', 'keys'] as const) {
      expect(JSON.stringify(await desk.rows(table))).not.toContain(canary);
    }
    expect(JSON.stringify(logged())).not.toContain(canary);
    const read = await desk.command('officer', caseNumber, 'read', {});
    expect(read.json['notes']).toEqual(
      texts.map((text, index) => ({
        number: index + 1,
        by: people.counsellor.id,
        at: desk.clock.now(),
        text,
      })),
    );
  });

  it('of eleven come in the order they were written, and no number is taken twice by ten at once', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const written = await Promise.all(
      Array.from({ length: 11 }, (_, n) => desk.command('officer', caseNumber, 'notes', { text: `note ${n}` })),
    );
    const done = written.filter(({ status }) => status === 200).length;
    expect(written.every(({ status }) => status === 200 || status === 503)).toBe(true);
    const notes = (await desk.command('officer', caseNumber, 'read', {})).json['notes'] as { number: number }[];
    expect(notes.map(({ number }) => number)).toEqual(Array.from({ length: done }, (_, n) => n + 1));
  });

  it('are refused when empty or too long, by field', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const empty = await desk.command('officer', caseNumber, 'notes', { text: '' });
    const long = await desk.command('officer', caseNumber, 'notes', { text: 'a'.repeat(4001) });
    expect([problems(empty), problems(long)]).toEqual([['/text empty_text'], ['/text too_long']]);
  });
});

describe('a message to the reporter', () => {
  it('can be sent at any time, and only the receipt opens it', async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    const text = `${canary}: are you safe now?`;
    expect(refusal(await desk.command('officer', caseNumber, 'messages', { text }))).toEqual([409, 'not_read']);
    await desk.command('officer', caseNumber, 'read', {});
    const sent = await desk.command('officer', caseNumber, 'messages', { text });
    expect(sent.status).toBe(200);
    expect(sent.text).not.toContain(canary);
    expect((await desk.followUp(receipt)).json['messages']).toEqual([{ from: 'centre', at: desk.clock.now(), text }]);
    expect(JSON.stringify(await desk.rows('cases'))).not.toContain(canary);
    const shown = await desk.show('officer', caseNumber);
    expect(shown.text).not.toContain(canary);
    const first = { number: 1, from: 'centre', at: desk.clock.now() };
    expect(shown.json['thread']).toEqual([first]);
    desk.later(5);
    expect((await desk.ask('messages', { receipt, text: `${canary}: yes.` })).status).toBe(201);
    const answered = await desk.show('officer', caseNumber);
    expect(answered.json['thread']).toEqual([first, { number: 2, from: 'reporter', at: desk.clock.now() }]);
    expect(answered.text).not.toContain(canary);
  });
});

describe('linking under a lead case', () => {
  const link = (who: 'officer', follower: string, lead: string) =>
    desk.decide(who, follower, 'link', { leadCase: lead });

  it('shows each the other, changes both in one transaction, and takes them apart again', async () => {
    const lead = (await desk.receive(bullying)).caseNumber;
    const follower = (await desk.receive(bullying)).caseNumber;
    const before = await caseOf(lead);
    expect((await link('officer', follower, lead)).status).toBe(200);
    expect((await desk.show('officer', follower)).json['leadCase']).toBe(lead);
    const led = await desk.show('officer', lead);
    expect(led.json['linkedCases']).toEqual([follower]);
    expect(led.text).not.toContain((await caseOf(follower)).caseId);
    expect((await caseOf(lead)).revision).toBe(before.revision + 1);

    expect((await desk.decide('officer', follower, 'unlink', {})).status).toBe(200);
    expect((await desk.show('officer', follower)).json['leadCase']).toBeUndefined();
    expect((await desk.show('officer', lead)).json['linkedCases']).toEqual([]);
    expect(refusal(await desk.decide('officer', follower, 'unlink', {}))).toEqual([409, 'not_linked']);
  });

  it('of as many reports as the pack says raises the lead one level, once', async () => {
    const lead = (await desk.receive(bullying)).caseNumber;
    expect((await caseOf(lead)).severity).toBe('normal');
    const { manyLinkedReports } = country.severity;
    for (let n = 1; n <= manyLinkedReports + 1; n += 1) {
      expect((await link('officer', (await desk.receive(bullying)).caseNumber, lead)).status).toBe(200);
      const { severity, severityReasons } = await caseOf(lead);
      expect(severity).toBe(n < manyLinkedReports ? 'normal' : 'high');
      expect(severityReasons.includes('linked_reports')).toBe(n >= manyLinkedReports);
    }
    expect((await typesOf(lead)).filter((type) => type === 'case.severity_changed')).toHaveLength(1);
  });

  it('at once by ten people loses none', async () => {
    const lead = (await desk.receive(bullying)).caseNumber;
    const followers: string[] = [];
    for (let n = 0; n < 10; n += 1) followers.push((await desk.receive(bullying)).caseNumber);
    const answers = await Promise.all(followers.map((follower) => link('officer', follower, lead)));
    const linked = followers.filter((_, n) => answers[n]?.status === 200);
    expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true);
    expect(linked.length).toBeGreaterThan(0);
    expect(new Set((await desk.show('officer', lead)).json['linkedCases'] as string[])).toEqual(new Set(linked));
  });

  it('is refused where no order would come of it, and says which field or state', async () => {
    const [lead, follower, other] = await Promise.all([1, 2, 3].map(() => desk.receive(bullying)));
    if (lead === undefined || follower === undefined || other === undefined) throw new Error('Three cases.');
    expect((await link('officer', follower.caseNumber, lead.caseNumber)).status).toBe(200);
    expect((await link('officer', follower.caseNumber, lead.caseNumber)).status).toBe(200);
    expect(refusal(await link('officer', follower.caseNumber, other.caseNumber))).toEqual([409, 'linked_already']);
    expect(refusal(await link('officer', lead.caseNumber, other.caseNumber))).toEqual([409, 'leads_others']);
    for (const [follow, to, problem] of [
      [other.caseNumber, other.caseNumber, '/leadCase wrong_form'],
      [other.caseNumber, follower.caseNumber, '/leadCase wrong_form'],
      [other.caseNumber, 'B-0000-0000', '/leadCase unknown_code'],
      [other.caseNumber, 'kanarina', '/leadCase unknown_code'],
    ] as const) {
      const answer = await link('officer', follow, to);
      expect([answer.status, problems(answer)]).toEqual([422, [problem]]);
    }
  });

  it('shows no number of a case to whom it excludes, and lets them take nothing from under it', async () => {
    const [lead, follower] = await Promise.all([1, 2].map(() => desk.receive(bullying)));
    if (lead === undefined || follower === undefined) throw new Error('Two cases.');
    expect((await link('officer', follower.caseNumber, lead.caseNumber)).status).toBe(200);
    const exclude = (who: string, of: { caseNumber: string }): Promise<unknown> =>
      desk.decide('supervisor', of.caseNumber, 'exclusions', { institutions: [], people: [who] });
    await exclude(people.officer.id, lead);
    const shown = await desk.show('officer', follower.caseNumber);
    expect(shown.text).not.toContain(lead.caseNumber);
    expect(refusal(await desk.decide('officer', follower.caseNumber, 'unlink', {}))).toEqual([409, 'not_linked']);
    expect((await caseOf(lead.caseNumber)).linkedCases).toHaveLength(1);
    expect((await desk.show('other', follower.caseNumber)).json['leadCase']).toBe(lead.caseNumber);

    await exclude(people.other.id, follower);
    const led = await desk.show('other', lead.caseNumber);
    expect([led.status, led.json['linkedCases']]).toEqual([200, []]);
    expect((await desk.decide('supervisor', follower.caseNumber, 'unlink', {})).status).toBe(200);
  });

  it('lets no case id out in the history, whoever looks', async () => {
    const [lead, follower] = await Promise.all([1, 2].map(() => desk.receive(bullying)));
    if (lead === undefined || follower === undefined) throw new Error('Two cases.');
    await link('officer', follower.caseNumber, lead.caseNumber);
    await desk.decide('officer', follower.caseNumber, 'unlink', {});
    const { caseId } = await caseOf(lead.caseNumber);
    for (const who of ['officer', 'head', 'auditor'] as const) {
      const shown = await desk.show(who, follower.caseNumber);
      const history = shown.json['history'] as { type: string; data: object }[];
      expect(history).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'case.linked', data: {} })]));
      expect(shown.text).not.toContain(caseId);
    }
  });

  it('knows no lead case for whom that case excludes', async () => {
    const lead = (await desk.receive(extortion)).caseNumber;
    const follower = (await desk.receive(bullying)).caseNumber;
    await desk.decide('supervisor', lead, 'exclusions', { institutions: [], people: [people.officer.id] });
    expect(problems(await link('officer', follower, lead))).toEqual(['/leadCase unknown_code']);
    expect((await caseOf(follower)).leadCaseId).toBeUndefined();
    await desk.command('officer', follower, 'read', {});
    await desk.decide('officer', follower, 'handling', { ...handling, severity: 'normal' });
    const ended = { outcome: 'same_event', leadCase: lead, message: 'We work on it together.' };
    const unknown = { ...ended, leadCase: 'B-0000-0000' };
    const [toThem, toNobody] = [
      await desk.decide('officer', follower, 'resolution', ended),
      await desk.decide('officer', follower, 'resolution', unknown),
    ];
    expect([toThem.status, toThem.json['errors']]).toEqual([toNobody.status, toNobody.json['errors']]);
  });
});
