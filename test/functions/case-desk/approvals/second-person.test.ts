import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directory } from '#shared/adapters/aws/directory/directory.ts';
import type { Role } from '#shared/domain/access/authorize.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk, people } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { bullying, canary, extortion } from '../reports.ts';

const logged = catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const court = { reason: 'court_or_prosecutor' };
const yes = { verdict: 'approve' };
const key = (name: string) => ({ 'Idempotency-Key': `${name}-0123456789abcdef` });
const logOf = async (caseNumber: string): Promise<unknown[]> => {
  const { caseId } = (await desk.stateOf(caseNumber)).case;
  const rows = (await desk.rows('accessLog')).filter(({ pk }) => pk?.S === `CASE#${caseId}`);
  return rows.map(({ action, actor, reason }) => [action?.S, actor?.S, reason?.S]);
};

/** An export that was asked for and approved, ready to be taken. */
async function approved(report: object): Promise<string> {
  const { caseNumber } = await desk.receive(report);
  await desk.command('officer', caseNumber, 'export', court);
  const answer = await desk.command('supervisor', caseNumber, 'approvals/export-1', yes);
  expect(answer.status).toBe(200);
  return caseNumber;
}

describe('an export', () => {
  it('is asked for by one, approved by another, and given once to who asked, marked', async () => {
    const caseNumber = await approved(extortion);
    const { json } = await desk.command('officer', caseNumber, 'export/export-1/copy', {});
    const { mark, narrative, details, addresses } = json['export'] as Record<string, Record<string, unknown>>;
    expect(mark).toEqual({
      caseNumber,
      export: 'export-1',
      reason: 'court_or_prosecutor',
      givenTo: people.officer.id,
      name: people.officer.name,
      approvedBy: people.supervisor.id,
      at: desk.clock.now(),
    });
    expect(narrative).toBe(extortion.narrative);
    expect(details).toMatchObject({ reporter: extortion.reporter });
    expect(addresses).toEqual({ urls: extortion.urls, accounts: extortion.accounts });
    const written = json['text'] as string;
    const marks = written.split('\n').filter((line) => line.startsWith('['));
    expect(marks.length).toBeGreaterThan(4);
    for (const line of marks) expect(line).toContain(`${caseNumber}, export-1`);
    for (const line of marks) expect(line).toContain(people.officer.name);
    expect(written).toContain(extortion.narrative);
    expect(await logOf(caseNumber)).toEqual([['export', people.officer.id, 'export-1 court_or_prosecutor']]);
    const again = await desk.command('officer', caseNumber, 'export/export-1/copy', {});
    expect(again.json).toMatchObject({ status: 409, because: 'taken_already' });
    expect(again.text).not.toContain(canary);
    expect((await desk.historyOf(caseNumber)).slice(-3).map(({ type }) => type)).toEqual([
      'approval.asked',
      'approval.given',
      'case.exported',
    ]);
  });

  it('names no other case', async () => {
    const [lead, follower] = await Promise.all([1, 2].map(() => desk.receive(bullying)));
    if (lead === undefined || follower === undefined) throw new Error('Two cases.');
    await desk.decide('officer', follower.caseNumber, 'link', { leadCase: lead.caseNumber });
    for (const [{ caseNumber }, other] of [
      [lead, follower],
      [follower, lead],
    ] as const) {
      await desk.command('officer', caseNumber, 'export', court);
      await desk.command('supervisor', caseNumber, 'approvals/export-1', yes);
      const taken = await desk.command('officer', caseNumber, 'export/export-1/copy', {});
      expect(taken.json).toMatchObject({ export: { mark: { caseNumber } } });
      expect(taken.text).not.toContain(other.caseNumber);
    }
  });

  it('is given again to a retry of the same command, after another row, and not for long', async () => {
    const caseNumber = await approved(bullying);
    await desk.command('officer', caseNumber, 'export/export-1/copy', {}, key('take'));
    const retry = await desk.command('officer', caseNumber, 'export/export-1/copy', {}, key('take'));
    expect(retry.json).toMatchObject({ export: { narrative: bullying.narrative } });
    expect(await logOf(caseNumber)).toHaveLength(2);
    desk.later(61);
    const late = await desk.command('officer', caseNumber, 'export/export-1/copy', {}, key('take'));
    expect(late.json).toMatchObject({ status: 409, because: 'taken_already' });
  });

  it('opens nothing before somebody else has approved, nor after the pack’s minutes', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'export', court);
    const early = await desk.command('officer', caseNumber, 'export/export-1/copy', {});
    expect(early.json).toMatchObject({ status: 409, because: 'approval_pending' });
    const own = await desk.command('officer', caseNumber, 'approvals/export-1', yes);
    expect(own.json).toMatchObject({ status: 409, because: 'own_request' });
    await desk.command('head', caseNumber, 'approvals/export-1', yes);
    desk.later(61);
    const late = await desk.command('officer', caseNumber, 'export/export-1/copy', {});
    expect(late.json).toMatchObject({ status: 409, because: 'approval_over' });
    expect(await logOf(caseNumber)).toEqual([]);
  });

  it('is not given to who approved, nor to a colleague, nor after it was refused', async () => {
    const caseNumber = await approved(bullying);
    for (const who of ['supervisor', 'other'] as const) {
      expect((await desk.command(who, caseNumber, 'export/export-1/copy', {})).status).toBe(403);
    }
    const other = await desk.receive(bullying);
    await desk.command('officer', other.caseNumber, 'export', court);
    await desk.command('other', other.caseNumber, 'approvals/export-1', { verdict: 'refuse' });
    const refused = await desk.command('officer', other.caseNumber, 'export/export-1/copy', {});
    expect(refused.json).toMatchObject({ status: 409, because: 'approval_over' });
    expect(await logOf(other.caseNumber)).toEqual([]);
  });

  it('is neither asked for nor approved by a counsellor, nor decided by somebody the case excludes', async () => {
    const { caseNumber } = await desk.receive(bullying);
    expect((await desk.command('counsellor', caseNumber, 'export', court)).status).toBe(403);
    await desk.command('officer', caseNumber, 'export', court);
    expect((await desk.command('counsellor', caseNumber, 'approvals/export-1', yes)).status).toBe(403);
    expect((await desk.command('administrator', caseNumber, 'approvals/export-1', yes)).status).toBe(403);
    await desk.decide('officer', caseNumber, 'exclusions', { institutions: [], people: [people.other.id] });
    expect((await desk.command('other', caseNumber, 'approvals/export-1', yes)).status).toBe(404);
  });

  it('stays closed when the access log cannot be written, and holds no address for who is not cleared', async () => {
    const caseNumber = await approved(extortion);
    const noLog = desk.with({ accessLog: { record: () => Promise.reject(new Error('no log')) } });
    const closed = await desk.commandAt(noLog, 'officer', caseNumber, 'export/export-1/copy', {});
    expect(closed.status).toBe(500);
    expect(closed.text).not.toContain(canary);
    const { json } = await desk.command('officer', caseNumber, 'export/export-1/copy', {});
    const { urls, accounts } = extortion;
    expect(json['export']).toMatchObject({ addresses: { urls, accounts } });
    for (const typed of [...urls, ...accounts.map(({ handle }) => handle)]) expect(json['text']).toContain(typed);
    const second = await desk.receive(extortion);
    await desk.command('other', second.caseNumber, 'export', court);
    await desk.command('supervisor', second.caseNumber, 'approvals/export-1', yes);
    const taken = await desk.command('other', second.caseNumber, 'export/export-1/copy', {});
    expect(taken.json['export']).toMatchObject({ addressesWithheld: 'clearance' });
    expect(taken.text).not.toContain('canary.example');
  });

  it('leaves no word of the case in what is kept or logged', async () => {
    const caseNumber = await approved(extortion);
    await desk.command('officer', caseNumber, 'export/export-1/copy', {});
    const { case: of } = await desk.stateOf(caseNumber);
    expect(JSON.stringify([of, await desk.historyOf(caseNumber), await desk.rows('cases')])).not.toContain(canary);
    expect(JSON.stringify(logged())).not.toContain(canary);
  });

  it('wants a reason of the list', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const answer = await desk.command('officer', caseNumber, 'export', { reason: canary });
    expect(answer.json['errors']).toMatchObject([{ pointer: '/reason', code: 'unknown_code' }]);
    expect(answer.text).not.toContain(canary);
    expect((await desk.command('officer', caseNumber, 'export/export-9/copy', {})).status).toBe(404);
    expect((await desk.command('supervisor', caseNumber, 'approvals/export-9', yes)).status).toBe(404);
  });
});

describe('a severity lowered from critical', () => {
  const lower = { severity: 'high', reason: 'lesser_danger' };
  const aReadCase = async () => {
    const reported = await desk.receive(extortion);
    await desk.command('officer', reported.caseNumber, 'read', { reason: 'on_duty' });
    return reported;
  };

  it('is looked at by a second person, whose refusal makes the case critical again', async () => {
    const { caseNumber } = await aReadCase();
    expect((await desk.decide('officer', caseNumber, 'severity', lower)).json).toMatchObject({ severity: 'high' });
    const looks = (await desk.stateOf(caseNumber)).timers.filter(({ kind }) => kind === 'second_look');
    expect(looks).toHaveLength(1);
    await desk.command('other', caseNumber, 'approvals/lowering-1', { verdict: 'refuse' });
    const { case: of, timers } = await desk.stateOf(caseNumber);
    expect(of.severity).toBe('critical');
    expect(timers.filter(({ kind }) => kind === 'second_look')).toEqual([]);
  });

  it('is approved by a second person and stays', async () => {
    const { caseNumber } = await aReadCase();
    await desk.decide('officer', caseNumber, 'severity', lower);
    const answer = await desk.command('supervisor', caseNumber, 'approvals/lowering-1', yes);
    expect(answer.json).toMatchObject({ severity: 'high', approvals: [{ id: 'lowering-1', decision: 'approved' }] });
  });

  it('waits for a day where nobody else holds the role or lately held it', async () => {
    const { caseNumber } = await aReadCase();
    const { db, tables } = desk.database;
    const known = directory(db, tables);
    const alone = desk.with({ directory: { ...known, inRolesLately: () => Promise.resolve([people.officer]) } });
    const at = async () => ({ 'If-Match': `"${(await desk.stateOf(caseNumber)).case.revision}"` });
    const asked = await desk.commandAt(alone, 'officer', caseNumber, 'severity', lower, await at());
    expect(asked.json).toMatchObject({ severity: 'critical', approvals: [{ kind: 'lowering', to: 'high' }] });
    const early = await desk.commandAt(alone, 'officer', caseNumber, 'severity', lower, await at());
    expect(early.json).toMatchObject({ status: 409, because: 'approval_pending' });
    desk.later(24 * 60);
    const late = await desk.commandAt(alone, 'officer', caseNumber, 'severity', lower, await at());
    expect(late.json).toMatchObject({ severity: 'high' });
  });

  it('waits for no day where colleagues were shut out, who still count: it is refused without a partner', async () => {
    const { caseNumber } = await aReadCase();
    const { db, tables } = desk.database;
    const known = directory(db, tables);
    const suspended = [people.other, people.supervisor].map((one) => ({ ...one, active: false }));
    const asked: [readonly Role[], string][] = [];
    const alone = desk.with({
      directory: {
        ...known,
        inRolesLately: (roles, since) => {
          asked.push([roles, since]);
          return Promise.resolve([people.officer, ...suspended]);
        },
      },
    });
    const at = async () => ({ 'If-Match': `"${(await desk.stateOf(caseNumber)).case.revision}"` });
    for (const _ of [1, 2]) {
      const refused = await desk.commandAt(alone, 'officer', caseNumber, 'severity', lower, await at());
      expect(refused.json).toMatchObject({ status: 409, because: 'nobody_to_ask', case: { severity: 'critical' } });
      desk.later(3 * 24 * 60);
    }
    const since = plusMinutes(desk.clock.now(), -(7 + 3) * 24 * 60);
    expect(asked.at(-1)).toEqual([['officer', 'supervisor'], since]);
  });
});
