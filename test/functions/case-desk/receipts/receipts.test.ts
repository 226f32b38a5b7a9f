import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { codeConcernsOf } from '#shared/domain/case/receipts/known-receipt.ts';
import { mostDeadCodes } from '#shared/domain/case/receipts/receipt.ts';
import { receiptFrom } from '#shared/domain/identifiers.ts';
import { concernsOf } from '#shared/domain/queue/attention.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk } from '../desk.ts';
import type { Desk, Who } from '../desk.ts';
import { bullying, handling } from '../reports.ts';

const logged = catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const assured = { assuredBy: 'called_safe_contact' };
const key = { 'Idempotency-Key': 'another-receipt-for-the-reporter' };

/** A case that this person has opened: nobody else gives out another code. */
async function readBy(who: Who): Promise<{ caseNumber: string; receipt: string }> {
  const received = await desk.receive(bullying);
  await desk.command(who, received.caseNumber, 'read', { reason: 'on_duty' });
  return received;
}

/** In both tables: what leads to a case, and what opens its thread. */
async function receiptRows(): Promise<number> {
  const rows = [...(await desk.rows('cases')), ...(await desk.rows('keys'))];
  return rows.filter((row) => row['pk']?.S?.startsWith('RECEIPT#')).length;
}

describe('another receipt', () => {
  it('opens the whole thread, also after the first one was locked, and takes messages on', async () => {
    const { caseNumber, receipt } = await readBy('counsellor');
    await desk.ask('messages', { receipt, text: 'Dikush e ka kodin tim.' });
    await desk.ask('lock', { receipt });
    const answer = await desk.command('counsellor', caseNumber, 'receipt', assured);
    expect(answer.status).toBe(200);
    const again = String(answer.json['receipt']);
    expect(again).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}-[0-9A-Z]$/);
    expect(again).not.toBe(receipt);
    expect((await desk.followUp(receipt)).status).toBe(404);
    const opened = await desk.followUp(again);
    expect(opened.json['messages']).toMatchObject([{ from: 'you', text: 'Dikush e ka kodin tim.' }]);
    expect((await desk.ask('messages', { receipt: again, text: 'Tani jam vetëm unë.' })).status).toBe(201);
    const { case: of } = await desk.stateOf(caseNumber);
    expect(of).not.toHaveProperty('receiptLockedAt');
    expect((await desk.historyOf(caseNumber)).map(({ type, actor }) => `${type} ${actor}`)).toContain(
      'case.receipt_reissued staff:staff-counsellor',
    );
  });

  it('voids the one before, lost or not, each time', async () => {
    const { caseNumber, receipt } = await readBy('officer');
    const before = await receiptRows();
    const given = [receipt];
    for (const _ of [1, 2]) {
      const { json } = await desk.command('officer', caseNumber, 'receipt', { assuredBy: 'told_what_was_reported' });
      given.push(String(json['receipt']));
    }
    const statuses = await Promise.all(given.map(async (one) => (await desk.followUp(one)).status));
    expect(statuses).toEqual([404, 404, 200]);
    // The row of a dead code stays, and says so. Its key is gone.
    expect(await receiptRows()).toBe(before + 2);
  });

  it('is answered once: a retry tells how the case stands and changes nothing', async () => {
    const { caseNumber } = await readBy('officer');
    const first = await desk.command('officer', caseNumber, 'receipt', assured, key);
    const retry = await desk.command('officer', caseNumber, 'receipt', assured, key);
    expect(retry.status).toBe(200);
    expect(retry.json).not.toHaveProperty('receipt');
    expect((await desk.followUp(String(first.json['receipt']))).status).toBe(200);
  });

  it('is written down before it is given, by whom and how they were assured; else it is not given', async () => {
    const { caseNumber, receipt } = await readBy('counsellor');
    await desk.command('counsellor', caseNumber, 'receipt', assured);
    const entries = await desk.rows('accessLog');
    expect(entries.map((row) => [row['action']?.S, row['reason']?.S])).toContainEqual([
      'receipt',
      'called_safe_contact',
    ]);
    const other = await readBy('counsellor');
    const broken = desk.with({
      accessLog: {
        record: async () => {
          throw new Error('The log is full.');
        },
      },
    });
    expect((await desk.commandAt(broken, 'counsellor', other.caseNumber, 'receipt', assured)).status).toBe(500);
    expect((await desk.followUp(other.receipt)).status).toBe(200);
    expect((await desk.followUp(receipt)).status).toBe(404);
  });

  it('stands in no row and no log line', async () => {
    const { caseNumber } = await readBy('counsellor');
    const { json } = await desk.command('counsellor', caseNumber, 'receipt', assured, {
      'Idempotency-Key': 'a-receipt-that-is-looked-for',
    });
    const receipt = String(json['receipt']);
    const tables = ['cases', 'keys', 'caseEvents', 'accessLog'] as const;
    const stored =
      JSON.stringify(await Promise.all(tables.map((table) => desk.rows(table)))) + JSON.stringify(logged());
    for (const form of [receipt, receipt.replaceAll('-', '')]) expect(stored).not.toContain(form);
    expect(stored).toContain(caseNumber);
  });

  it('is refused without saying how one was assured', async () => {
    const { caseNumber } = await readBy('counsellor');
    const answer = await desk.command('counsellor', caseNumber, 'receipt', {});
    expect(answer.status).toBe(422);
    expect(answer.json['errors']).toMatchObject([{ pointer: '/assuredBy', code: 'required' }]);
  });
});

describe('who may give out another', () => {
  it('is only who has opened the case: nobody else can tell whether it is the reporter who asks', async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    const logs = (await desk.rows('accessLog')).length;
    const refused = await desk.command('counsellor', caseNumber, 'receipt', assured);
    expect([refused.status, refused.json['because']]).toEqual([409, 'not_read_by_you']);
    expect(refused.json).not.toHaveProperty('receipt');
    expect((await desk.rows('accessLog')).length).toBe(logs);
    expect((await desk.followUp(receipt)).status).toBe(200);
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    expect((await desk.command('counsellor', caseNumber, 'receipt', assured)).status).toBe(409);
    await desk.command('counsellor', caseNumber, 'read', { reason: 'on_duty' });
    expect((await desk.command('counsellor', caseNumber, 'receipt', assured)).status).toBe(200);
  });

  it('is written on the case, with what the reporter writes after it', async () => {
    const { caseNumber, receipt } = await readBy('counsellor');
    await desk.ask('messages', { receipt, text: 'Para kodit të ri.' });
    const { json } = await desk.command('counsellor', caseNumber, 'receipt', assured);
    await desk.ask('messages', { receipt: String(json['receipt']), text: 'Pas kodit të ri.' });
    await desk.decide('counsellor', caseNumber, 'messages', { text: 'Përgjigje.' });
    const shown = (await desk.show('officer', caseNumber)).json;
    expect(shown['receiptKnownTo']).toEqual([{ by: 'staff-counsellor', at: desk.clock.now(), how: 'reissued' }]);
    const marks = [undefined, 'staff-counsellor', undefined];
    expect((shown['thread'] as { afterReissueBy?: string }[]).map((one) => one.afterReissueBy)).toEqual(marks);
    const { messages } = (await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' })).json;
    expect((messages as { afterReissueBy?: string }[]).map((one) => one.afterReissueBy)).toEqual(marks);
  });

  it('and who filed the report knows its code, also after they have left', async () => {
    const filed = await desk.file('gone', { ...bullying, channel: 'helpline' });
    expect(filed.status).toBe(403);
    const { caseNumber } = (await desk.file('counsellor', { ...bullying, channel: 'helpline' })).json;
    const knower = { by: 'staff-counsellor', at: desk.clock.now(), how: 'filed' };
    expect((await desk.show('officer', String(caseNumber))).json['receiptKnownTo']).toEqual([knower]);
    const left = desk.with({ directory: { ...desk.deps.directory, member: async () => undefined } });
    const shown = await desk.showAt(left, 'officer', String(caseNumber));
    expect(shown.json['receiptKnownTo']).toEqual([{ ...knower, hasLeft: true }]);
  });
});

describe('excluding somebody who knows the code', () => {
  async function excludes(caseNumber: string, people: readonly string[]): Promise<void> {
    const body = { institutions: [], people };
    expect((await desk.decide('officer', caseNumber, 'exclusions', body)).status).toBe(200);
  }

  it('voids it: who is kept out of the case cannot look through the reporter’s door', async () => {
    const { caseNumber } = await readBy('counsellor');
    const code = String((await desk.command('counsellor', caseNumber, 'receipt', assured)).json['receipt']);
    await excludes(caseNumber, ['staff-counsellor']);
    expect((await desk.followUp(code)).status).toBe(404);
    const { case: of } = await desk.stateOf(caseNumber);
    expect(of).toMatchObject({ receiptVoidedAt: desk.clock.now() });
    expect(of).not.toHaveProperty('receiptKnownTo');
    expect(concernsAbout(of).map(({ what }) => what)).toContain('reporter_without_code');
    expect((await desk.historyOf(caseNumber)).map(({ type }) => type)).toContain('case.receipt_voided');
    const rows = await desk.rows('cases');
    expect(rows.some(({ pk, sk }) => pk?.S === 'KNOWS#staff-counsellor' && sk?.S === of.caseId)).toBe(false);
  });

  it('leaves it alone when somebody else is excluded, or the code is dead already', async () => {
    const { caseNumber } = await readBy('counsellor');
    const code = String((await desk.command('counsellor', caseNumber, 'receipt', assured)).json['receipt']);
    await excludes(caseNumber, ['staff-other']);
    expect((await desk.followUp(code)).status).toBe(200);
    await desk.ask('lock', { receipt: code });
    await excludes(caseNumber, ['staff-other', 'staff-counsellor']);
    expect((await desk.stateOf(caseNumber)).case).not.toHaveProperty('receiptVoidedAt');
  });

  it('voids that of a report which they filed', async () => {
    const { caseNumber, receipt } = (await desk.file('counsellor', { ...bullying, channel: 'helpline' })).json;
    await excludes(String(caseNumber), ['staff-counsellor']);
    expect((await desk.followUp(String(receipt))).status).toBe(404);
  });
});

describe('a dead code', () => {
  async function replaced() {
    const { caseNumber, receipt } = await readBy('counsellor');
    const { json } = await desk.command('counsellor', caseNumber, 'receipt', assured);
    return { caseNumber, receipt, present: String(json['receipt']) };
  }
  /** A page may be short, and which cases stand on it is chance: they are due at the same time. */
  async function attentionOnAllPages() {
    const lines: { caseNumber: string; concerns: unknown[] }[] = [];
    for (let cursor: unknown = ''; typeof cursor === 'string';) {
      const { json } = await desk.attention('supervisor', cursor === '' ? {} : { cursor });
      lines.push(...(json['cases'] as typeof lines));
      ({ cursor } = json);
    }
    return lines;
  }
  const usesOf = async (caseNumber: string) =>
    (await desk.historyOf(caseNumber)).filter(({ type }) => type === 'case.dead_code_used');

  it('that is used raises at once that it was, and how it died; further uses write nothing', async () => {
    const { caseNumber, receipt } = await replaced();
    expect((await desk.followUp(receipt)).status).toBe(404);
    const { case: of } = await desk.stateOf(caseNumber);
    const used = { what: 'dead_code_used', since: desk.clock.now(), how: 'replaced' };
    expect(concernsAbout(of)).toContainEqual(used);
    expect(await usesOf(caseNumber)).toMatchObject([{ actor: 'besa:follow-up', data: { how: 'replaced' } }]);
    const line = (await attentionOnAllPages()).find((one) => one.caseNumber === caseNumber);
    expect(line?.concerns).toContainEqual(used);

    const rows = JSON.stringify(await desk.rows('cases'));
    await desk.followUp(receipt);
    await desk.ask('messages', { receipt, text: 'Jam unë.' });
    await desk.ask('withdrawal', { receipt });
    await desk.ask('lock', { receipt });
    expect(JSON.stringify(await desk.rows('cases'))).toBe(rows);
    expect(await usesOf(caseNumber)).toHaveLength(1);
  });

  it('is answered like one that never was: the same bytes', async () => {
    const { receipt } = await replaced();
    const unknown = receiptFrom(new Uint8Array(10).fill(3));
    for (const route of ['', '/messages', '/withdrawal', '/lock', '/helped']) {
      const body = route === '/messages' ? { text: 'a' } : route === '/helped' ? { helped: 'yes' } : {};
      const headers = { 'Accept-Language': 'en' };
      const [dead, never] = [receipt, unknown].map((one) =>
        route === '' ? desk.followUp(one) : desk.ask(route.slice(1), { receipt: one, ...body }, headers),
      );
      expect(await dead).toEqual(await never);
    }
  });

  it('stands in the attention list also when the case is closed and read, until somebody has dealt with it', async () => {
    const { caseNumber, receipt } = await replaced();
    await desk.command('officer', caseNumber, 'read', {});
    await desk.decide('officer', caseNumber, 'handling', { ...handling, severity: 'normal' });
    await desk.decide('officer', caseNumber, 'resolution', { outcome: 'advice_given', message: 'Call us.' });
    await desk.decide('officer', caseNumber, 'closure', { because: 'reporter_asked' });
    const isListed = async () => {
      let cursor: string | undefined;
      do {
        const { json } = await desk.attention('supervisor', cursor === undefined ? {} : { cursor });
        if ((json['cases'] as { caseNumber: string }[]).some((one) => one.caseNumber === caseNumber)) return true;
        cursor = json['cursor'] as string | undefined;
      } while (cursor !== undefined);
      return false;
    };
    expect(await isListed()).toBe(false);
    await desk.followUp(receipt);
    expect(await isListed()).toBe(true);
    await desk.command('officer', caseNumber, 'spoken', { how: 'called_safe_contact' });
    expect(await isListed()).toBe(false);
  });

  it('that was locked is not used by locking it again, but by looking', async () => {
    const { caseNumber, receipt } = await readBy('counsellor');
    await desk.ask('lock', { receipt });
    expect((await desk.ask('lock', { receipt })).status).toBe(404);
    expect(await usesOf(caseNumber)).toEqual([]);
    await desk.followUp(receipt);
    expect(await usesOf(caseNumber)).toMatchObject([{ data: { how: 'locked' } }]);
  });

  it('is raised again after a person has spoken to the reporter', async () => {
    const { caseNumber, receipt } = await replaced();
    await desk.followUp(receipt);
    expect((await desk.command('officer', caseNumber, 'spoken', { how: 'met_in_person' })).status).toBe(200);
    expect(codeConcernsOf((await desk.stateOf(caseNumber)).case)).toEqual([]);
    await desk.followUp(receipt);
    expect(await usesOf(caseNumber)).toHaveLength(2);
  });

  it('is one of the newest ten; of an older one nothing is left', async () => {
    const { caseNumber, receipt } = await readBy('counsellor');
    const codes = [receipt];
    for (let one = 0; one < mostDeadCodes + 2; one += 1) {
      const { json } = await desk.command('counsellor', caseNumber, 'receipt', assured);
      codes.push(String(json['receipt']));
    }
    const { caseId } = (await desk.stateOf(caseNumber)).case;
    const dead = (await desk.rows('cases')).filter(
      ({ caseId: id, dead: how }) => id?.S === caseId && how !== undefined,
    );
    expect(dead).toHaveLength(mostDeadCodes);
    await desk.followUp(receipt);
    expect(await usesOf(caseNumber)).toEqual([]);
    await desk.followUp(String(codes[2]));
    expect(await usesOf(caseNumber)).toHaveLength(1);
  });
});

describe('a talk with the reporter', () => {
  it('ends that the code is locked, and gives out none', async () => {
    const { caseNumber, receipt } = await readBy('counsellor');
    const none = await desk.command('officer', caseNumber, 'spoken', { how: 'called_safe_contact' });
    expect([none.status, none.json['because']]).toEqual([409, 'no_code_concern']);
    await desk.ask('lock', { receipt });
    expect(concernsAbout((await desk.stateOf(caseNumber)).case).map(({ what }) => what)).toContain('reporter_locked');
    const answer = await desk.command('officer', caseNumber, 'spoken', { how: 'called_safe_contact' });
    expect(answer.status).toBe(200);
    expect(answer.json).not.toHaveProperty('receipt');
    const { case: of } = await desk.stateOf(caseNumber);
    expect(codeConcernsOf(of)).toEqual([]);
    expect(of).toMatchObject({ receiptLockedAt: desk.clock.now(), spoken: { by: 'staff-officer' } });
  });

  it('cannot be claimed about a replaced code by who knows the present one', async () => {
    const { caseNumber, receipt } = await readBy('counsellor');
    await desk.command('counsellor', caseNumber, 'receipt', assured);
    await desk.followUp(receipt);
    const own = await desk.command('counsellor', caseNumber, 'spoken', { how: 'met_in_person' });
    expect([own.status, own.json['because']]).toEqual([409, 'code_known_to_you']);
    // Another code by the same person ends it neither.
    await desk.command('counsellor', caseNumber, 'receipt', assured);
    expect(codeConcernsOf((await desk.stateOf(caseNumber)).case)).toMatchObject([{ what: 'dead_code_used' }]);
    expect((await desk.command('officer', caseNumber, 'spoken', { how: 'met_in_person' })).status).toBe(200);
  });
});

/** What stands about a case, apart from its mails. */
const concernsAbout = (of: Case) => concernsOf(of, [], desk.clock.now());
