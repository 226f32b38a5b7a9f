import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { referCase } from '#functions/referral/refer-case.ts';
import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { mailRow } from '#shared/adapters/aws/mail/mail-row.ts';
import { owedAlerts } from '#shared/adapters/aws/mail/owed-alerts.ts';
import { owedRow } from '#shared/adapters/aws/mail/owed-row.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { attentionExample, attentionSchema } from '#shared/contracts/http/staff/attention.ts';
import { country } from '#shared/country/current.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { callHandler } from '#test/support/gateway.ts';
import type { Mail } from '#shared/ports/mailbox.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk, people } from '../desk.ts';
import type { Desk, Who } from '../desk.ts';
import { bullying, canary, extortion } from '../reports.ts';

catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

interface Listed {
  caseNumber: string;
  severity: string;
  concerns: { what: string }[];
}

/** All pages, and what the first one says of the centre. */
async function everything(who: Who): Promise<{ cases: Listed[]; centre: unknown; texts: string }> {
  const cases: Listed[] = [];
  let centre: unknown;
  let texts = '';
  for (let query: Record<string, string> | undefined = {}; query !== undefined;) {
    const { status, json, text } = await desk.attention(who, query);
    expect(status).toBe(200);
    expect(attentionSchema.safeParse(json).error?.issues).toBeUndefined();
    cases.push(...(json['cases'] as Listed[]));
    centre ??= json['centre'];
    texts += text;
    query = typeof json['cursor'] === 'string' ? { cursor: json['cursor'] } : undefined;
  }
  return { cases, centre, texts };
}
const concernsAbout = async (caseNumber: string, who: Who = 'officer') => {
  const { cases } = await everything(who);
  return cases.find((one) => one.caseNumber === caseNumber)?.concerns.map(({ what }) => what) ?? [];
};

async function mailAbout(caseNumber: string, more: Partial<Mail>): Promise<void> {
  const { caseId } = (await desk.stateOf(caseNumber)).case;
  const createdAt = desk.clock.now();
  const mail: Mail = {
    caseId,
    eventId: `${caseId}#2`,
    to: people.officer.id,
    occasion: 'new_case',
    createdAt,
    tag: 'a-tag',
    attempts: 1,
    retryAt: createdAt,
    ...more,
  };
  const { db, tables } = desk.database;
  await db.send(new PutItemCommand({ TableName: tables.cases, Item: mailRow(mail) }));
}

/** As the report of a mail that came back marks its case. */
async function mailCameBack(caseNumber: string): Promise<void> {
  const at = desk.clock.now();
  const { case: of } = await desk.stateOf(caseNumber);
  await desk.deps.writer.write(changeCase(of, { set: { mailBackAt: at }, events: [] }, at));
}

describe('what nobody has seen', () => {
  it('is a critical case until somebody opens it, the most urgent first', async () => {
    const low = await desk.receive(bullying);
    await mailAbout(low.caseNumber, { undelivered: 'bounced' });
    await mailCameBack(low.caseNumber);
    desk.later(1);
    const { caseNumber } = await desk.receive(extortion);
    const { cases, texts } = await everything('supervisor');
    expect(cases[0]).toMatchObject({ caseNumber, severity: 'critical', concerns: [{ what: 'unread' }] });
    expect(cases.map((one) => one.caseNumber)).toContain(low.caseNumber);
    expect(texts).not.toContain(canary);
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    expect(await concernsAbout(caseNumber)).toEqual([]);
  });

  it('is a raise until its rung is acknowledged', async () => {
    const { caseNumber } = await desk.receive(extortion);
    await desk.raise(caseNumber, '1.must_be_acknowledged.report');
    expect(await concernsAbout(caseNumber)).toEqual(['unread', 'raise_not_acknowledged']);
    const path = 'escalations/1.must_be_acknowledged.report/duty/acknowledgement';
    await desk.command('officer', caseNumber, path, {});
    expect(await concernsAbout(caseNumber)).toEqual([]);
  });

  it('is an alert that finds nobody, for as long as it is owed', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const { caseId } = (await desk.stateOf(caseNumber)).case;
    const { db, tables } = desk.database;
    const event = { caseId, number: 2, type: 'case.triaged', at: desk.clock.now(), data: {} } as unknown as CaseEvent;
    const owed = { event, since: desk.clock.now() };
    await db.send(new PutItemCommand({ TableName: tables.cases, Item: owedRow(owed) }));
    expect(await concernsAbout(caseNumber)).toEqual(['nobody_told']);
    await owedAlerts(db, tables).end(owed);
    expect(await concernsAbout(caseNumber)).toEqual([]);
  });

  it('is a mail that does not leave, and one that came back without anybody else being told', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await mailAbout(caseNumber, {});
    await mailAbout(caseNumber, { to: 'staff-elsewhere', undelivered: 'bounced', sentAt: desk.clock.now() });
    await mailCameBack(caseNumber);
    expect(await concernsAbout(caseNumber)).toEqual(['mail_told_nobody']);
    desk.later(10);
    expect(await concernsAbout(caseNumber)).toEqual(['mail_unsent', 'mail_told_nobody']);
    await mailAbout(caseNumber, { sentAt: desk.clock.now() });
    expect(await concernsAbout(caseNumber)).toEqual([]);
  });

  it('is a proposal until somebody decides, also when the case has ended', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const { cases, writer, clock } = desk.deps;
    const triaged = (await desk.historyOf(caseNumber)).find(({ type }) => type === 'case.triaged');
    if (triaged === undefined) throw new Error('The case was not triaged.');
    await referCase({ cases, writer, clock, country })(triaged);
    expect(await concernsAbout(caseNumber)).toContain('proposal_undecided');
    await desk.command('officer', caseNumber, 'read', {});
    const end = { noMessageBecause: 'content_only' };
    const how = { severity: 'normal', safetyDecision: 'safe_for_now', nextStep: 'advise_reporter', ...end };
    await desk.decide('officer', caseNumber, 'handling', how);
    const resolved = await desk.decide('officer', caseNumber, 'resolution', {
      outcome: 'nothing_more_possible',
      ...end,
    });
    expect(resolved.json).toMatchObject({ status: 'resolved' });
    expect(await concernsAbout(caseNumber)).toContain('proposal_undecided');
    for (const { id } of (await desk.stateOf(caseNumber)).case.referrals ?? []) {
      await desk.command('officer', caseNumber, `referrals/${id}/drop`, { because: 'not_needed' });
    }
    expect(await concernsAbout(caseNumber)).toEqual([]);
  });

  it('is answered without a look into the mails of cases in which all of them were sent', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const { caseId } = (await desk.stateOf(caseNumber)).case;
    await mailAbout(caseNumber, { sentAt: desk.clock.now() });
    const looked: string[] = [];
    const mails = { ofCase: async (id: string) => (looked.push(id), desk.deps.mails.ofCase(id)) };
    // A page may be short, wherever the ids of the cases have put them: so all pages are asked for.
    const ask = async (deps: Parameters<typeof desk.with>[0]): Promise<void> => {
      for (let query: Record<string, string> | undefined = {}; query !== undefined;) {
        const asked = { resource: '/v1/attention', query, claims: { sub: people.officer.id } };
        const { json } = await callHandler(desk.with(deps), asked);
        query = typeof json['cursor'] === 'string' ? { cursor: json['cursor'] } : undefined;
      }
    };
    await ask({ mails });
    expect(looked).not.toContain(caseId);
    await mailAbout(caseNumber, { to: 'staff-elsewhere' });
    await ask({ mails });
    expect(looked).toContain(caseId);
    // More is due than one page of the index tells: then any case may have such a mail.
    looked.length = 0;
    const due = { casesWithMail: async () => ({ caseIds: new Set<string>(), owedSince: new Map(), isAll: false }) };
    await ask({ mails, due });
    expect(looked).toContain(caseId);
  });

  it('is nothing of a case to whom it excludes', async () => {
    const { caseNumber } = await desk.receive(extortion);
    await desk.decide('officer', caseNumber, 'exclusions', { institutions: [], people: [people.other.id] });
    expect(await concernsAbout(caseNumber, 'officer')).toEqual(['unread']);
    expect((await everything('other')).texts).not.toContain(caseNumber);
  });

  it('says which rungs have nobody, and when nobody is on duty or cleared', async () => {
    const { rungs } = country.ladder;
    const nobody = { rungsWithNobody: rungs.map(({ id }) => id), hoursAhead: 24 };
    const { centre } = await everything('officer');
    expect(centre).toMatchObject(nobody);
    expect((centre as { hoursWithNobody: string[] }).hoursWithNobody).toHaveLength(24);
    const [first] = rungs;
    const { db, tables } = desk.database;
    for (const Item of staffRows({ ...people.other, duties: [...(first?.duties ?? [])] })) {
      await db.send(new PutItemCommand({ TableName: tables.directory, Item }));
    }
    const covered = (await everything('officer')).centre as Record<string, string[]>;
    expect(covered['rungsWithNobody']).toEqual(rungs.slice(1).map(({ id }) => id));
    expect([covered['hoursWithNobody']?.length, covered['hoursWithNobodyCleared']?.length]).toEqual([0, 24]);
  });

  it('is told to officers and above, and a cursor of nobody’s is named', async () => {
    expect((await desk.attention('counsellor')).status).toBe(403);
    for (const cursor of ['nonsense', 'open.nonsense', 'closed.']) {
      const { status, json } = await desk.attention('officer', { cursor });
      expect([status, json['errors']]).toMatchObject([422, [{ pointer: '/cursor', code: 'wrong_form' }]]);
    }
  });

  it('is described with an example that fits', () => {
    expect(attentionSchema.safeParse(attentionExample)).toMatchObject({ success: true });
  });

  it('is told by a line of the queue and by the case, to whoever may say that they have it', async () => {
    const { caseNumber } = await desk.receive(extortion);
    const lineFor = async (who: Who) => {
      const { cases } = (await desk.list(who, { severity: 'critical' })).json as { cases: Record<string, unknown>[] };
      return cases.find((line) => line['caseNumber'] === caseNumber);
    };
    expect(await lineFor('counsellor')).not.toHaveProperty('raises');
    await desk.raise(caseNumber, '1.must_be_acknowledged.report');
    const raises = [{ timer: '1.must_be_acknowledged.report', rung: 'duty', since: expect.any(String) }];
    expect(await lineFor('counsellor')).toMatchObject({ raises });
    expect((await desk.show('head', caseNumber)).json).toMatchObject({ raises });
    expect(await lineFor('volunteer')).not.toHaveProperty('raises');
  });
});
