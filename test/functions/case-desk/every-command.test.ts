import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routesOfCaseDesk } from '#shared/contracts/http/staff/staff-routes.ts';
import type { StaffRoute } from '#shared/contracts/http/staff/staff-routes.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { callHandler, postOf } from '#test/support/gateway.ts';
import { openDesk, people, receivedAt } from './desk.ts';
import type { Desk, Who } from './desk.ts';
import { bullying, canary, handling } from './reports.ts';

const logged = catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

type Prepared = 'read' | 'in_danger' | 'handled' | 'resolved' | 'locked';
interface Tried {
  name: string;
  needs: Prepared;
  body: (lead: string) => object;
  /** The same command with something else in it, for the same key. */
  other: object;
  wrong: object;
}

/** Each command with a body that is taken, another one, and one that is refused. */
const commands: Tried[] = [
  {
    name: 'assignment',
    needs: 'read',
    body: () => ({ assignee: people.other.id }),
    other: { assignee: people.officer.id },
    wrong: { assignee: 7 },
  },
  {
    name: 'hand-over',
    needs: 'read',
    body: () => ({ team: 'helpline' }),
    other: { team: 'hotline' },
    wrong: { team: canary },
  },
  {
    name: 'assessment',
    needs: 'read',
    body: () => ({ category: 'hacking' }),
    other: { category: 'privacy' },
    wrong: { category: 'hacking', narrative: canary },
  },
  {
    name: 'notes',
    needs: 'read',
    body: () => ({ text: canary }),
    other: { text: 'other' },
    wrong: { text: '' },
  },
  {
    name: 'messages',
    needs: 'read',
    body: () => ({ text: canary }),
    other: { text: 'other' },
    wrong: { message: canary },
  },
  {
    name: 'danger',
    needs: 'in_danger',
    body: () => ({ called: { institution: 'state_police', answeredBy: canary, reference: canary } }),
    other: { notCalledBecause: 'too_little_known', note: canary },
    wrong: { notCalledBecause: canary },
  },
  {
    name: 'waiting',
    needs: 'handled',
    body: () => ({ for: 'reporter' }),
    other: { for: 'institution' },
    wrong: { for: canary },
  },
  {
    name: 'targets',
    needs: 'read',
    body: () => ({ timer: '1.resolve.report', deadline: plusMinutes(receivedAt, 90), because: 'set_wrongly' }),
    other: { timer: '1.resolve.report', deadline: plusMinutes(receivedAt, 95), because: 'set_wrongly' },
    wrong: { timer: '1.resolve.report', deadline: canary, because: 'set_wrongly' },
  },
  {
    name: 'notices',
    needs: 'read',
    body: () => ({ platform: 'tiktok', way: 'email' }),
    other: { platform: 'tiktok', way: 'reporting_form' },
    wrong: { platform: 'tiktok', way: canary },
  },
  {
    name: 'link',
    needs: 'read',
    body: (leadCase) => ({ leadCase }),
    other: { leadCase: 'B-0000-0000' },
    wrong: { leadCase: canary },
  },
  {
    name: 'closure',
    needs: 'resolved',
    body: () => ({ because: 'reporter_asked' }),
    other: { because: 'platform_silent' },
    wrong: { because: canary },
  },
  {
    name: 'outcome-correction',
    needs: 'resolved',
    body: () => ({ because: 'recorded_wrongly', outcome: 'nothing_more_possible', message: canary }),
    other: { because: 'recorded_wrongly', outcome: 'nothing_more_possible', message: 'other' },
    wrong: { because: canary, outcome: 'nothing_more_possible', message: canary },
  },
  {
    name: 'reopening',
    needs: 'resolved',
    body: () => ({}),
    other: { again: true },
    wrong: { because: canary },
  },
  {
    name: 'spoken',
    needs: 'locked',
    body: () => ({ how: 'called_safe_contact' }),
    other: { how: 'met_in_person' },
    wrong: { how: canary },
  },
];

async function prepared(needs: Prepared): Promise<string> {
  const report = needs === 'in_danger' ? { ...bullying, flags: { inDanger: true } } : bullying;
  const { caseNumber, receipt } = await desk.receive(report);
  await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
  if (needs === 'locked') await desk.ask('lock', { receipt });
  if (needs === 'handled' || needs === 'resolved') {
    await desk.decide('officer', caseNumber, 'handling', { ...handling, severity: 'normal' });
  }
  if (needs === 'resolved') {
    await desk.decide('officer', caseNumber, 'resolution', { outcome: 'advice_given', message: 'Call us.' });
  }
  return caseNumber;
}
const stateOf = async (caseNumber: string) => {
  const { case: of, timers } = await desk.stateOf(caseNumber);
  return { of, timers, history: await desk.historyOf(caseNumber) };
};

const table: readonly StaffRoute[] = Object.values(routesOfCaseDesk).flat();

describe.each(commands)('$name', ({ name, needs, body, other, wrong }) => {
  const row = table.find(({ path }) => path === `/v1/cases/{number}/${name}`);

  it('takes effect once, however often it is sent with the same key, and is refused with other content', async () => {
    const [caseNumber, lead] = [await prepared(needs), await prepared('read')];
    const { revision } = (await desk.stateOf(caseNumber)).case;
    const headers = { 'Idempotency-Key': randomUUID(), 'If-Match': `"${revision}"` };
    const first = await desk.command('officer', caseNumber, name, body(lead), headers);
    expect(first.status).toBe(200);
    const once = await stateOf(caseNumber);
    const again = await desk.command('officer', caseNumber, name, body(lead), headers);
    expect([again.status, again.text, again.headers['ETag']]).toEqual([200, first.text, first.headers['ETag']]);
    const reused = await desk.command('officer', caseNumber, name, other, headers);
    expect(reused.status).toBe(422);
    expect(await stateOf(caseNumber)).toEqual(once);
    expect(once.of.revision).toBe(revision + 1);
  });

  it('is refused on a state that is past, with how the case stands, and where it decides, also without saying which', async () => {
    const [caseNumber, lead] = [await prepared(needs), await prepared('read')];
    const before = await stateOf(caseNumber);
    const past = await desk.command('officer', caseNumber, name, body(lead), { 'If-Match': '"1"' });
    expect([past.status, past.json['case']]).toMatchObject([412, { revision: before.of.revision, caseNumber }]);
    const unsaid = await desk.command('officer', caseNumber, name, wrong);
    expect(unsaid.status).toBe(row?.needsIfMatch === true ? 428 : 422);
    expect(await stateOf(caseNumber)).toEqual(before);
  });

  it('is refused with the field that is wrong, and without a word of what was sent', async () => {
    const caseNumber = await prepared(needs);
    const before = await stateOf(caseNumber);
    const answer = await desk.decide('officer', caseNumber, name, wrong);
    expect(answer.status).toBe(422);
    const [problem] = answer.json['errors'] as { pointer: string; message: string }[];
    expect(problem?.pointer).toMatch(/^\/[a-zA-Z]+$/);
    expect(problem?.message.length).toBeGreaterThan(5);
    expect(answer.text).not.toContain(canary);
    expect(await stateOf(caseNumber)).toEqual(before);
  });

  it('is refused to whoever the case excludes, and to people of other roles', async () => {
    const [caseNumber, lead] = [await prepared(needs), await prepared('read')];
    await desk.decide('supervisor', caseNumber, 'exclusions', { institutions: [], people: [people.other.id] });
    const before = await stateOf(caseNumber);
    for (const who of ['other', 'gone', 'director', undefined] as const) {
      const headers = { 'If-Match': `"${before.of.revision}"` };
      const refused = await desk.command(who, caseNumber, name, body(lead), headers);
      expect([who, refused.status]).toEqual([who, who === 'other' ? 404 : 403]);
      expect(refused.json['because']).toBe(who === 'other' ? undefined : 'role');
    }
    expect(await stateOf(caseNumber)).toEqual(before);
  });
});

describe('every command of the table', () => {
  const posts = table.filter(({ method }) => method === 'POST');
  /** Sends to each what no command takes, without If-Match. */
  const answersTo = async (who: Who) => {
    const caseNumber = await prepared('read');
    const path = { number: caseNumber, timer: '1.resolve.report', rung: 'duty_officer', referral: 'r', notice: 'n' };
    const answers = posts.map(async (row) => {
      const { status } = await callHandler(desk.desk, {
        ...postOf(row.path, { notAField: canary }),
        path: { ...path, approval: 'export-1' },
        claims: { sub: people[who].id },
      });
      return [row.name, status];
    });
    return Promise.all(answers);
  };

  it('asks for If-Match where its row says so, before it looks at the body, and nowhere else', async () => {
    expect(posts.length).toBeGreaterThan(30);
    expect(await answersTo('officer')).toEqual(
      posts.map(({ name, needsIfMatch }) => [name, needsIfMatch === true ? 428 : 422]),
    );
  });

  it('asks first who it is', async () => {
    expect(await answersTo('statistician')).toEqual(posts.map(({ name }) => [name, 403]));
  });
});

it('none of them leaves a word in a row, an event or the log', async () => {
  for (const table of ['cases', 'caseEvents', 'keys', 'accessLog'] as const) {
    expect(JSON.stringify(await desk.rows(table))).not.toContain(canary);
  }
  expect(JSON.stringify(logged())).not.toContain(canary);
});
