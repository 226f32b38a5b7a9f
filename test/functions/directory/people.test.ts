import { randomUUID } from 'node:crypto';
import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memberKey } from '#shared/adapters/aws/directory/directory.ts';
import { toRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { maySignIn } from '#shared/domain/access/authorize.ts';
import { routesOfDirectory } from '#shared/contracts/http/staff/staff-routes.ts';
import type { StaffRoute } from '#shared/contracts/http/staff/staff-routes.ts';
import type { DirectoryBook } from '#shared/ports/directory-book.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { dora, openOffice, people, type Office, type Who } from './office.ts';

catchLog();
let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.stop());

const because = ({ json }: { json: Record<string, unknown> }) => json['because'];

describe('colleagues', () => {
  it('are named with their ids to who gives cases away, without addresses, and without who is gone', async () => {
    await office.decide('ana', 'auditor', 'suspension');
    await office.decide('ben', 'auditor', 'approval', { verdict: 'approve' });
    const { json, text } = await office.get('officer', 'colleagues');
    const colleagues = json['colleagues'] as { id: string }[];
    expect(colleagues.map(({ id }) => id)).toEqual(['ana', 'ben', 'director', 'officer', 'supervisor']);
    // What somebody did before they left is told by their name, and no case is given to them.
    expect(json['others']).toEqual(expect.arrayContaining([{ id: 'auditor', name: 'Name of auditor' }]));
    expect(colleagues).toContainEqual({ id: 'officer', name: 'Name of officer', role: 'officer' });
    expect(text).not.toContain('@');
    expect((await office.get('ben', 'colleagues')).status).toBe(403);
  });

  it('are names alone to an auditor, of who is gone as well, and of nobody outside the centre', async () => {
    const contact = { ...dora, id: 'contact', duties: ['institution:police_cybercrime'], role: undefined };
    expect((await office.post('ana', 'people', contact)).status).toBe(200);
    await office.decide('ana', 'officer', 'suspension');
    const { status, json } = await office.get('auditor', 'colleagues');
    expect(status).toBe(200);
    const colleagues = json['colleagues'] as object[];
    expect(colleagues).toContainEqual({ id: 'officer', name: 'Name of officer' });
    expect(colleagues).toHaveLength(6);
  });
});

describe('a new person', () => {
  it('is told from the start, and signs in once a second administrator agrees', async () => {
    const added = await office.post('ana', 'people', dora);
    expect(added.status).toBe(200);
    expect(added.json).toMatchObject({ id: 'dora', waiting: { set: { role: 'counsellor' }, because: ['role_up'] } });
    expect((await office.holders('helpline_desk')).map(({ id }) => id)).toEqual(['dora']);
    expect((await office.member('dora'))?.role).toBeUndefined();
    expect(because(await office.decide('ana', 'dora', 'approval', { verdict: 'approve' }))).toBe('own_request');
    expect((await office.decide('ben', 'dora', 'approval', { verdict: 'approve' })).status).toBe(200);
    expect(await office.member('dora')).toMatchObject({ role: 'counsellor', active: true });
    expect((await office.get('ana', 'people')).json['people']).toHaveLength(7);
  });

  it('is refused by field when something is wrong, and when the id is taken', async () => {
    const wrong = await office.post('ana', 'people', {
      ...dora,
      mail: 'dora',
      duties: ['cook', 'institution:bakery'],
      fax: '1',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.json['errors']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ pointer: '/mail', code: 'wrong_form' }),
        expect.objectContaining({ pointer: '/duties/0', code: 'unknown_code' }),
        expect.objectContaining({ pointer: '/fax', code: 'unknown_field' }),
      ]),
    );
    const bakery = await office.post('ana', 'people', { ...dora, duties: ['institution:bakery'] });
    expect(bakery.json['errors']).toEqual([expect.objectContaining({ pointer: '/duties/0', code: 'unknown_code' })]);
    expect(because(await office.post('ana', 'people', { ...dora, id: 'ben' }))).toBe('person_known');
    expect((await office.post('ana', 'people', { ...dora, id: 'a#b' })).status).toBe(422);
  });

  it('may be the contact of an institution, without a role', async () => {
    const { role: _, ...rest } = dora;
    const contact = { ...rest, id: 'contact-1', duties: ['institution:police_cybercrime'] };
    expect((await office.post('ana', 'people', contact)).json['waiting']).toBeUndefined();
    const { json } = await office.get('ana', 'institutions');
    const listed = json['institutions'] as { code: string; contacts: { id: string }[] }[];
    expect(listed.find(({ code }) => code === 'police_cybercrime')?.contacts).toMatchObject([{ id: 'contact-1' }]);
  });
});

describe('a change', () => {
  it('of name, mail, contact, phone, language, team and duties holds at once', async () => {
    const body = {
      name: 'New',
      mail: 'new@centre.example',
      contact: 'phone_desk',
      phone: '+355 4 1',
      language: 'sq',
      team: 'helpline',
      duties: ['duty_officer', 'backup'],
    };
    expect((await office.decide('ana', 'officer', 'change', body)).status).toBe(200);
    expect(await office.member('officer')).toMatchObject({ ...body, role: 'officer' });
    expect((await office.holders('backup')).map(({ id }) => id)).toEqual(['officer']);
    await office.decide('ana', 'supervisor', 'change', { duties: ['backup'] });
    await office.decide('ana', 'officer', 'change', { duties: ['duty_officer'] });
    expect((await office.holders('backup')).map(({ id }) => id)).toEqual(['supervisor']);
    await office.decide('ana', 'officer', 'change', { contact: null, phone: null, team: null });
    expect(Object.keys((await office.member('officer')) ?? {})).not.toContain('phone');
  });

  it('of the address takes away that mails did not arrive, and only then', async () => {
    const { db, tables } = office.database;
    const mark = () =>
      db.send(
        new UpdateItemCommand({
          TableName: tables.directory,
          Key: toRow(memberKey('officer')),
          UpdateExpression: 'SET unreachable = :mark',
          ExpressionAttributeValues: toRow({ ':mark': { since: office.clock.now(), because: 'bounced' } }),
        }),
      );
    await mark();
    await office.decide('ana', 'officer', 'change', { name: 'Same address' });
    expect(await office.holders('duty_officer')).toEqual([]);
    await office.decide('ana', 'officer', 'change', { mail: 'right@centre.example' });
    expect((await office.holders('duty_officer')).map(({ mail }) => mail)).toEqual(['right@centre.example']);
    await mark();
    await office.decide('ana', 'officer', 'change', { mail: 'right@centre.example' });
    expect(await office.holders('duty_officer')).toHaveLength(1);
  });

  it('does not lose the mark of a mail that comes back at the same moment', async () => {
    const { db, tables } = office.database;
    let isFirst = true;
    const book: DirectoryBook = {
      ...office.deps.book,
      write: async (change) => {
        if (isFirst) {
          isFirst = false;
          await db.send(
            new UpdateItemCommand({
              TableName: tables.directory,
              Key: toRow(memberKey('officer')),
              UpdateExpression: 'SET unreachable = :mark',
              ExpressionAttributeValues: toRow({ ':mark': { since: office.clock.now(), because: 'bounced' } }),
            }),
          );
        }
        return office.deps.book.write(change);
      },
    };
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), 'If-Match': '"0"' };
    const more = { body: { name: 'New' }, headers };
    await office.call({ ...office.deps, book }, 'ana', 'POST', 'people/officer/change', more);
    expect(await office.member('officer')).toMatchObject({ name: 'New', unreachable: { because: 'bounced' } });
  });

  it('that widens waits, and is gone when refused: by an administrator, a supervisor, a director, or who asked', async () => {
    for (const by of ['ben', 'supervisor', 'director', 'ana'] as const) {
      await office.decide('ana', 'officer', 'change', { cleared: true });
      expect(await office.member('officer')).toMatchObject({ cleared: false });
      expect((await office.decide(by, 'officer', 'approval', { verdict: 'refuse' })).status).toBe(200);
      expect((await office.shown('officer'))['waiting']).toBeUndefined();
    }
    expect((await office.decide('officer', 'officer', 'approval', { verdict: 'approve' })).status).toBe(403);
    expect(because(await office.decide('ana', 'officer', 'approval', { verdict: 'approve' }))).toBe('nothing_waits');
  });
});

describe('a suspension', () => {
  it('counts at the next call, and only a second administrator brings somebody back', async () => {
    expect((await office.get('ben', 'people')).status).toBe(200);
    expect((await office.decide('ana', 'ben', 'suspension')).status).toBe(200);
    expect((await office.get('ben', 'people')).status).toBe(403);
    const back = await office.decide('ana', 'ben', 'return');
    expect(back.json).toMatchObject({ barred: true, waiting: { because: ['brought_back'] } });
    expect((await office.get('ben', 'people')).status).toBe(403);
  });

  it('of the last other one keeps the place until another person confirms it', async () => {
    const out = await office.decide('ana', 'officer', 'suspension', { distrusted: true });
    expect(out.json).toMatchObject({ active: true, barred: true, waiting: { because: ['last_of_rung'] } });
    expect(out.json['distrusted']).toBe('2026-11-20T11:00:00.000Z');
    expect((await office.get('officer', 'colleagues')).status).toBe(403);
    expect((await office.holders('duty_officer')).map(({ id }) => id)).toEqual(['officer']);
    const colleagues = (await office.get('supervisor', 'colleagues')).json['colleagues'];
    expect(colleagues).toContainEqual({ id: 'officer', name: 'Name of officer', role: 'officer', barred: true });
    expect(because(await office.decide('ana', 'officer', 'approval', { verdict: 'approve' }))).toBe('own_request');
    expect((await office.decide('director', 'officer', 'approval', { verdict: 'approve' })).status).toBe(200);
    expect(await office.holders('duty_officer')).toEqual([]);
    const shown = await office.shown('officer');
    expect(shown).toMatchObject({ active: false, held: [{ role: 'officer' }] });
    expect(shown).not.toHaveProperty('barred');
    const lately = await office.lately(['officer'], '2026-11-13T11:00:00.000Z');
    expect(lately.map(({ id }) => id)).toEqual(['officer']);
  });

  it('waits with the role of the last other one, and is kept as it was asked', async () => {
    const asked = await office.decide('ana', 'auditor', 'change', { role: null });
    expect(asked.status).toBe(200);
    expect((await office.member('auditor'))?.role).toBe('auditor');
    const waiting = { set: { role: null }, because: ['last_of_role'] };
    expect(await office.shown('auditor')).toMatchObject({ role: 'auditor', waiting });
    expect((await office.decide('ben', 'auditor', 'approval', { verdict: 'approve' })).status).toBe(200);
    expect((await office.member('auditor'))?.role).toBeUndefined();
  });

  it('never takes the last administrator, not even when two suspend each other at once', async () => {
    await Promise.all([office.decide('ana', 'ben', 'suspension'), office.decide('ben', 'ana', 'suspension')]);
    const left = await Promise.all([office.member('ana'), office.member('ben')]);
    expect(left.filter(maySignIn)).toHaveLength(1);
    const [last] = left.flatMap((one) => (maySignIn(one) ? [one.id as Who] : []));
    const shown = await office.get('supervisor', `people/${String(last)}`);
    const again = await office.post(
      last,
      `people/${String(last)}/suspension`,
      {},
      { 'If-Match': String(shown.headers['ETag']) },
    );
    expect(because(again)).toBe('last_administrator');
  });

  it('tells the person, the administrators and the director, by ids alone', async () => {
    await office.decide('ana', 'supervisor', 'suspension');
    const notices = (await office.rows()).filter(({ pk }) => pk?.S === 'NOTICES');
    expect(notices.map(({ kind, to }) => `${kind?.S ?? ''} ${to?.S ?? ''}`).sort()).toEqual([
      'loss_waits ana',
      'loss_waits ben',
      'loss_waits director',
      'suspended supervisor',
    ]);
    expect(JSON.stringify(notices)).not.toContain('Name of');
  });
});

describe('what waits', () => {
  it('is listed for supervisors and directors, who see nobody else', async () => {
    await office.decide('ana', 'officer', 'change', { role: 'supervisor', name: 'Known at once' });
    const { json } = await office.get('ana', 'people');
    expect([json['people'], json['duties']]).toEqual([expect.objectContaining({ length: 6 }), expect.any(Object)]);
    for (const by of ['supervisor', 'director'] as const) {
      const seen = (await office.get(by, 'people')).json;
      expect(seen['people']).toEqual([expect.objectContaining({ id: 'officer', name: 'Known at once' })]);
      expect(seen).not.toHaveProperty('duties');
    }
    await office.decide('ben', 'officer', 'approval', { verdict: 'refuse' });
    expect((await office.get('director', 'people')).json['people']).toEqual([]);
  });

  it('says with the record who may approve it: never who asked, and never whom it is about', async () => {
    const deciders = async (id: string) => {
      const { waiting } = (await office.get('director', `people/${id}`)).json as { waiting: { deciders: string[] } };
      return waiting.deciders;
    };
    await office.decide('ana', 'officer', 'change', { role: 'supervisor' });
    expect(await deciders('officer')).toEqual(['ben']);
    await office.decide('ana', 'supervisor', 'suspension');
    expect(await deciders('supervisor')).toEqual(['ben', 'director']);
    await office.decide('ana', 'ben', 'suspension');
    expect([await deciders('officer'), await deciders('ben')]).toEqual([[], ['director']]);
  });
});

describe('with a single administrator', () => {
  let alone: Office;
  beforeEach(async () => {
    alone = await openOffice(['ana', 'officer', 'supervisor', 'director', 'auditor', 'partner']);
  });
  afterEach(() => alone.stop());

  it('what widens holds after a day, by itself, and everybody who could object is told', async () => {
    const asked = await alone.decide('ana', 'officer', 'change', { cleared: true, duties: ['duty_officer', 'backup'] });
    expect(asked.json['waiting']).toMatchObject({ effectiveAt: '2026-11-21T11:00:00.000Z' });
    const notices = (await alone.rows()).filter(({ pk }) => pk?.S === 'NOTICES');
    const kinds = (kind: string) => notices.filter((one) => one['kind']?.S === kind).map(({ to }) => to?.S);
    expect(new Set(kinds('change_waits'))).toEqual(new Set(['ana', 'director', 'partner', 'supervisor']));
    expect((await alone.holders('backup')).map(({ id }) => id)).toEqual(['officer']);
    alone.later(23.9);
    expect(await alone.member('officer')).toMatchObject({ cleared: false });
    alone.later(0.2);
    expect(await alone.member('officer')).toMatchObject({ cleared: true, chosen: { by: 'ana' } });
    expect((await alone.shown('officer'))['waiting']).toBeUndefined();
    await alone.decide('ana', 'officer', 'change', { name: 'Later' });
    expect(await alone.member('officer')).toMatchObject({ cleared: true, name: 'Later', chosen: { by: 'ana' } });
  });

  it('finds who is on a duty that was waiting, from the hour it holds', async () => {
    await alone.decide('ana', 'ana', 'change', { duties: ['backup'] });
    expect(await alone.holders('backup')).toEqual([]);
    alone.later(24);
    expect((await alone.holders('backup')).map(({ id }) => id)).toEqual(['ana']);
  });

  it('is stopped by who was told', async () => {
    await alone.decide('ana', 'officer', 'change', { role: 'supervisor' });
    await alone.decide('supervisor', 'officer', 'approval', { verdict: 'refuse' });
    alone.later(48);
    expect(await alone.member('officer')).toMatchObject({ role: 'officer' });
  });

  it('time grants nothing once somebody was barred who could object, in the transaction that barred them', async () => {
    await alone.decide('ana', 'officer', 'change', { cleared: true });
    await alone.decide('ana', 'director', 'suspension');
    alone.later(48);
    expect(await alone.member('officer')).toMatchObject({ cleared: false });
    expect((await alone.shown('officer'))['waiting']).toMatchObject({ lapsesAt: '2026-11-27T11:00:00.000Z' });
    const entries = (await alone.get('auditor', 'audit')).json['entries'];
    expect(entries).toContainEqual(expect.objectContaining({ about: 'director', timeTaken: ['officer'] }));
  });

  it('so it does not for what release 0.1.0 wrote, and counts where nobody was barred', async () => {
    const { db, tables } = alone.database;
    const waiting = {
      set: { cleared: true },
      because: ['clearance_given'],
      approval: { id: 'directory_change-1', kind: 'directory_change', askedBy: 'ana', askedAt: alone.clock.now() },
    };
    const old = (id: Who, effectiveAt: string) => ({
      ...people[id],
      waiting: { ...waiting, approval: { ...waiting.approval, effectiveAt } },
    });
    for (const one of [old('officer', '2026-11-21T11:00:00.000Z'), old('auditor', '2026-11-20T10:00:00.000Z')]) {
      await db.send(new PutItemCommand({ TableName: tables.directory, Item: toRow({ ...memberKey(one.id), ...one }) }));
    }
    expect(await alone.member('auditor')).toMatchObject({ cleared: true });
    alone.later(1);
    await alone.decide('ana', 'supervisor', 'suspension');
    alone.later(72);
    expect(await alone.member('officer')).toMatchObject({ cleared: false });
    expect(await alone.member('auditor')).toMatchObject({ cleared: true });
  });

  it('the outside partner decides by a call, with a code that no answer and no audit shows', async () => {
    await alone.decide('ana', 'director', 'suspension');
    const out = await alone.decide('ana', 'supervisor', 'suspension');
    expect(out.json['waiting']).toMatchObject({ partner: 'partner' });
    const asked = (await alone.rows()).find(({ kind }) => kind?.S === 'partner_asked');
    const code = String(asked?.['code']?.S);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    const wrong = await alone.decide('ana', 'supervisor', 'approval', {
      verdict: 'approve',
      call: { code: '00000000' },
    });
    expect([wrong.status, because(wrong)]).toEqual([409, 'wrong_code']);
    const called = await alone.decide('ana', 'supervisor', 'approval', { verdict: 'approve', call: { code } });
    expect(called.json).toMatchObject({ active: false });
    const audit = (await alone.get('auditor', 'audit')).json['entries'] as object[];
    expect(audit).toContainEqual(
      expect.objectContaining({ action: 'change_approved', by: 'ana', decidedBy: 'partner' }),
    );
    expect(audit).toContainEqual(expect.objectContaining({ action: 'call_wrong', by: 'ana' }));
    const everything = [
      out.text,
      wrong.text,
      called.text,
      (await alone.get('ana', 'people')).text,
      JSON.stringify(audit),
    ];
    for (const said of everything) expect(said).not.toContain(code);
    expect(because(await alone.decide('ana', 'director', 'approval', { verdict: 'approve', call: { code } }))).toBe(
      'no_call',
    );
  });

  it('five wrong codes end the request', async () => {
    await alone.decide('ana', 'director', 'suspension');
    await alone.decide('ana', 'supervisor', 'suspension');
    for (let tries = 1; tries <= 5; tries += 1) {
      const body = { verdict: 'approve', call: { code: `0000000${tries}` } };
      expect(because(await alone.decide('ana', 'supervisor', 'approval', body))).toBe('wrong_code');
    }
    expect((await alone.shown('supervisor'))['waiting']).toBeUndefined();
    expect(await alone.member('supervisor')).toMatchObject({ active: true, barred: true });
  });
});

describe('a command', () => {
  it('looks first at the body, then for If-Match', async () => {
    const posts: StaffRoute[] = routesOfDirectory.filter(({ method }) => method === 'POST');
    expect(posts.length).toBeGreaterThan(5);
    for (const { path } of posts) {
      const address = path.replace('/v1/directory/', '').replace('{person}', 'officer');
      // No administrator takes over a shift.
      const by = path === '/v1/duty/take-over' ? 'officer' : 'ana';
      expect([path, (await office.post(by, address, { notAField: 1 })).status]).toEqual([path, 422]);
    }
    expect((await office.post('ana', 'people/officer/suspension', {})).status).toBe(428);
  });

  it('is decided on what was seen: 428 without If-Match, 412 with the present record', async () => {
    expect((await office.post('ana', 'people/officer/change', { name: 'X' })).status).toBe(428);
    await office.decide('ana', 'officer', 'change', { name: 'First' });
    const past = await office.post('ben', 'people/officer/change', { name: 'Second' }, { 'If-Match': '"0"' });
    expect([past.status, past.json['person']]).toEqual([412, expect.objectContaining({ name: 'First', revision: 1 })]);
    expect((await office.decide('ana', 'nobody', 'change', { name: 'X' }, { 'If-Match': '"0"' })).status).toBe(404);
  });

  it('takes effect once, and its retry is answered as the first time', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const first = await office.post('ana', 'people', dora, headers);
    await office.decide('ben', 'dora', 'approval', { verdict: 'approve' });
    const again = await office.post('ana', 'people', dora, headers);
    expect([again.status, again.text, again.headers['ETag']]).toEqual([200, first.text, first.headers['ETag']]);
    expect((await office.post('ana', 'people', { ...dora, name: 'Other' }, headers)).status).toBe(422);
    expect((await office.post('ana', 'people', { ...dora, id: 'x' }, { 'Idempotency-Key': 'short' })).status).toBe(400);
  });

  it('sent ten times at once is one change', async () => {
    const headers = { 'Idempotency-Key': randomUUID(), 'If-Match': '"0"' };
    const send = () => office.post('ana', 'people/officer/change', { name: 'Once' }, headers);
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    expect(new Set(answers.filter(({ status }) => status === 200).map(({ text }) => text)).size).toBe(1);
    expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true);
    const audit = (await office.get('auditor', 'audit')).json['entries'] as unknown[];
    expect(audit).toHaveLength(1);
  });

  it('is for administrators, and for nobody whom the directory does not know', async () => {
    for (const by of ['officer', 'auditor', undefined] as const) {
      expect((await office.get(by, 'people')).status).toBe(403);
      expect((await office.get(by, 'people/officer')).status).toBe(403);
    }
    for (const by of ['officer', 'supervisor', 'director', 'auditor', undefined] as const) {
      expect((await office.post(by, 'people', dora)).status).toBe(403);
      expect((await office.post(by, 'people/officer/suspension', {}, { 'If-Match': '"0"' })).status).toBe(403);
    }
    expect(await office.member('officer')).toEqual(people.officer);
  });
});
