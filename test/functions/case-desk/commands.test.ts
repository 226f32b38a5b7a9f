import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseWriter } from '#shared/ports/case-store.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk, people } from './desk.ts';
import type { Desk, Who } from './desk.ts';
import { bullying, canary, extortion, handling } from './reports.ts';
import { documentedKeys } from '#shared/contracts/http/weak-keys.ts';

catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const claims = async (caseNumber: string) =>
  (await desk.historyOf(caseNumber)).filter(({ type }) => type === 'case.assigned');

describe('claiming', () => {
  it('gives a case to one of two who claim at once, and tells the other who has it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { caseNumber } = await desk.receive(bullying);
      const answers = await Promise.all(
        (['officer', 'other'] as const).map((who) => desk.command(who, caseNumber, 'claim', {})),
      );
      const { assignee } = (await desk.stateOf(caseNumber)).case;
      expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
      const refused = answers.find(({ status }) => status === 409);
      expect(refused?.json).toMatchObject({ because: 'assigned_to_another', case: { assignee } });
      expect(await claims(caseNumber)).toHaveLength(1);
    }
  });

  it('changes nothing when one has it already', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const first = await desk.command('officer', caseNumber, 'claim', {});
    const second = await desk.command('officer', caseNumber, 'claim', {});
    expect(second.json).toEqual(first.json);
    expect(await claims(caseNumber)).toHaveLength(1);
  });
});

describe('the key of a command', () => {
  it('makes fifty times the same at once one command with one answer', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const headers = { 'Idempotency-Key': randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => desk.command('officer', caseNumber, 'claim', {}, headers)),
    );
    expect(new Set(answers.filter(({ status }) => status === 200).map(({ text }) => text)).size).toBe(1);
    expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true);
    expect(await claims(caseNumber)).toHaveLength(1);
  });

  it('answers a retry as the first time, even when the case has moved past its If-Match', async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', {});
    const headers = {
      'Idempotency-Key': randomUUID(),
      'If-Match': `"${(await desk.stateOf(caseNumber)).case.revision}"`,
    };
    const body = { ...handling, severity: 'normal' };
    const first = await desk.command('officer', caseNumber, 'handling', body, headers);
    await desk.command('officer', caseNumber, 'claim', {});
    const again = await desk.command('officer', caseNumber, 'handling', body, headers);
    expect([again.status, again.text, again.headers['ETag']]).toEqual([200, first.text, first.headers['ETag']]);
    expect((await desk.followUp(receipt)).json['messages']).toHaveLength(1);
  });

  it('is refused with other content, for another case, for another command; and nothing changes', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const elsewhere = await desk.receive(bullying);
    const headers = { 'Idempotency-Key': randomUUID() };
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' }, headers);
    const { revision } = (await desk.stateOf(caseNumber)).case;
    const others = [
      await desk.command('officer', caseNumber, 'read', { reason: 'assigned_to_me' }, headers),
      await desk.command('officer', elsewhere.caseNumber, 'read', { reason: 'on_duty' }, headers),
      await desk.command('officer', caseNumber, 'claim', {}, headers),
    ];
    for (const { status, json, text } of others) {
      expect([status, json['type']]).toEqual([422, 'urn:besa:problem:command_key_reused']);
      expect(text).not.toContain(canary);
    }
    expect((await desk.stateOf(caseNumber)).case.revision).toBe(revision);
    expect((await desk.stateOf(elsewhere.caseNumber)).case.readAt).toBeUndefined();
  });

  it('belongs to one person: another may use the same', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const headers = { 'Idempotency-Key': randomUUID() };
    await desk.command('officer', caseNumber, 'read', {}, headers);
    expect((await desk.command('counsellor', caseNumber, 'read', {}, headers)).status).toBe(200);
    expect((await desk.historyOf(caseNumber)).filter(({ type }) => type === 'case.read')).toHaveLength(2);
  });

  it('is needed by every command', async () => {
    const { caseNumber } = await desk.receive(extortion);
    for (const [name, body] of [
      ['read', { reason: 'on_duty' }],
      ['claim', {}],
      ['severity', { severity: 'high', reason: 'already_safe' }],
      ['handling', { ...handling, severity: 'critical' }],
      ['resolution', { outcome: 'test', noMessageBecause: 'content_only' }],
      ['escalations/1.must_be_acknowledged.report/duty/acknowledgement', {}],
    ] as const) {
      const missing = await desk.decide('officer', caseNumber, name, body, { 'Idempotency-Key': '' });
      const short = await desk.decide('officer', caseNumber, name, body, { 'Idempotency-Key': 'short' });
      const weak = await desk.decide('officer', caseNumber, name, body, { 'Idempotency-Key': documentedKeys.command });
      expect([missing.json['type'], short.json['type'], weak.json['type']]).toEqual([
        'urn:besa:problem:missing_idempotency_key',
        'urn:besa:problem:invalid_idempotency_key',
        'urn:besa:problem:invalid_idempotency_key',
      ]);
    }
    expect((await desk.stateOf(caseNumber)).case.readAt).toBeUndefined();
  });

  it('leaves neither the key nor a word of the content behind', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', {});
    const key = `canary-key-${randomUUID()}`;
    const message = `${canary}-message`;
    await desk.decide(
      'officer',
      caseNumber,
      'handling',
      { ...handling, message, severity: 'normal' },
      { 'Idempotency-Key': key },
    );
    for (const table of ['cases', 'caseEvents', 'keys', 'accessLog'] as const) {
      const rows = JSON.stringify(await desk.rows(table));
      for (const secret of [key, canary]) expect(rows).not.toContain(secret);
    }
  });
});

describe('If-Match', () => {
  it('is needed where one decides on what one saw', async () => {
    const { caseNumber } = await desk.receive(bullying);
    for (const [name, body] of [
      ['severity', { severity: 'high', reason: 'greater_danger' }],
      ['handling', { ...handling, severity: 'normal' }],
      ['resolution', { outcome: 'test', noMessageBecause: 'content_only' }],
    ] as const) {
      expect((await desk.command('officer', caseNumber, name, body)).status).toBe(428);
    }
  });

  it('refuses a decision on a state that is past, says how the case stands, and changes nothing', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const { revision } = (await desk.stateOf(caseNumber)).case;
    await desk.command('officer', caseNumber, 'read', {});
    for (const tag of [`"${revision}"`, '*', 'W/"5"', 'nonsense']) {
      const answer = await desk.command(
        'other',
        caseNumber,
        'severity',
        { severity: 'high', reason: 'greater_danger' },
        { 'If-Match': tag },
      );
      expect(answer.status).toBe(412);
      expect(answer.json['case']).toMatchObject({ status: 'in_progress', severity: 'normal' });
      expect(answer.text).not.toContain(canary);
    }
    expect((await desk.stateOf(caseNumber)).case.severity).toBe('normal');
  });

  it('is honoured where it is not needed', async () => {
    const { caseNumber } = await desk.receive(bullying);
    expect((await desk.command('officer', caseNumber, 'claim', {}, { 'If-Match': '"1"' })).status).toBe(412);
    expect((await desk.decide('officer', caseNumber, 'claim', {})).status).toBe(200);
  });
});

describe('when others write at the same time', () => {
  it('decides anew on what they wrote', async () => {
    const { caseNumber } = await desk.receive(bullying);
    let isFirst = true;
    const writer: CaseWriter = {
      ...desk.deps.writer,
      write: async (change, also) => {
        if (isFirst) {
          isFirst = false;
          await desk.command('other', caseNumber, 'claim', {});
        }
        return desk.deps.writer.write(change, also);
      },
    };
    const answer = await desk.commandAt(desk.with({ writer }), 'officer', caseNumber, 'claim', {});
    expect(answer.json).toMatchObject({ status: 409, case: { assignee: people.other.id } });
  });

  it('asks to be asked again when it never gets through', async () => {
    const { caseNumber } = await desk.receive(bullying);
    let tries = 0;
    const writer: CaseWriter = {
      ...desk.deps.writer,
      write: () => {
        tries += 1;
        return Promise.resolve({ written: false, because: 'conflict' });
      },
    };
    const answer = await desk.commandAt(desk.with({ writer }), 'officer', caseNumber, 'claim', {});
    expect([answer.status, answer.headers['Retry-After'], tries]).toEqual([503, '2', 20]);
    expect((await desk.stateOf(caseNumber)).case.assignee).toBeUndefined();
  });
});

describe('who may do it', () => {
  const everything = async (who: Who | undefined, caseNumber: string): Promise<number[]> => {
    const answers = [
      await desk.list(who),
      await desk.show(who, caseNumber),
      await desk.command(who, caseNumber, 'read', { reason: 'on_duty' }),
      await desk.command(who, caseNumber, 'claim', {}),
      await desk.command(who, caseNumber, 'severity', { severity: 'high', reason: 'already_safe' }),
      await desk.command(who, caseNumber, 'handling', {}),
      await desk.command(who, caseNumber, 'resolution', {}),
      await desk.command(who, caseNumber, 'escalations/1.must_be_read.report/duty/acknowledgement', {}),
      await desk.file(who, { ...bullying, channel: 'helpline' }),
    ];
    for (const { text } of answers) expect(text).not.toContain(canary);
    return answers.map(({ status }) => status);
  };

  it('lets nobody in whom the directory does not know as active staff, whatever the token says', async () => {
    const { caseNumber } = await desk.receive(extortion);
    for (const who of ['gone', 'director', undefined] as const) {
      expect(new Set(await everything(who, caseNumber))).toEqual(new Set([403]));
    }
    expect((await desk.stateOf(caseNumber)).case).toMatchObject({ status: 'triaged', severity: 'critical' });
  });
});
