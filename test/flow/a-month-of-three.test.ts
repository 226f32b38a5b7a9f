import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffOverHttp } from '#test/support/besa-over-http.ts';
import { aPerson } from '#test/support/builders.ts';
import type { DirectoryOverHttp } from '#test/support/directory-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import type { BesaUnderTest } from '#test/support/running-besa.ts';
import { keepingOut, openSmallCentre, selfHarm, whyNot, wish, type SmallCentre } from '#test/support/small-centre.ts';

/*
 * A month of a centre that is as small as it gets. Whatever is legitimate is done in the end, within the time that each
 * part says; what one person tries alone is refused. Source: docs/practice.md, People; docs/directory.md, small centres.
 */

const always = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday'],
  from: '00:00',
  to: '00:00',
};

describe('a month of an officer, a supervisor, an administrator, and a partner outside', () => {
  const people = [
    aPerson('oda', { role: 'officer', duties: ['duty_officer', 'backup'], cleared: true }),
    aPerson('sali', { role: 'supervisor', duties: ['supervisor'], cleared: true }),
    aPerson('ana', { role: 'administrator' }),
    aPerson('petra', { duties: ['outside_partner'], phone: '+355 69 111 2222' }),
  ];
  const mailOf = (id: string): string => people.find((one) => one.id === id)?.mail ?? '';
  const partner = mailOf('petra');
  const dora = { id: 'dora', name: 'Dora', mail: 'dora@centre.example', language: 'en', cleared: false };
  const counsellor = { ...dora, role: 'counsellor', duties: ['helpline_desk'] };

  let centre: SmallCentre;
  let besa: BesaUnderTest;
  let directory: DirectoryOverHttp;
  let oda: StaffOverHttp;
  let sali: StaffOverHttp;
  beforeAll(async () => {
    centre = await openSmallCentre(people);
    ({ besa, directory } = centre);
    [oda, sali] = [await besa.signIn('oda'), await besa.signIn('sali')];
  });
  afterAll(() => centre.besa.end());

  let advised: string;

  it('the same hour: a report is worked on to its end, lowered and exported, each with the other’s word', async () => {
    advised = (await centre.arrives(reportOf.normal)).caseNumber;
    const { caseNumber } = await centre.arrives(selfHarm);
    await centre.read(oda, caseNumber);
    const lowered = await oda.decide(caseNumber, 'severity', { severity: 'high', reason: 'lesser_danger' });
    expect(lowered.body).toMatchObject({ severity: 'high', approvals: [{ id: 'lowering-1' }] });
    expect(whyNot(await centre.decides(oda, caseNumber, 'lowering-1'))).toEqual([409, 'own_request']);
    expect((await centre.decides(sali, caseNumber, 'lowering-1')).status).toBe(200);
    await centre.ends(oda, caseNumber, 'helpline_support');

    await centre.ends(oda, advised);
    expect((await oda.command(advised, 'export', { reason: 'reporter_request' })).status).toBe(200);
    expect(whyNot(await centre.decides(oda, advised, 'export-1'))).toEqual([409, 'own_request']);
    expect((await oda.command(advised, 'export/export-1/copy', {})).status).toBe(409);
    expect((await centre.decides(sali, advised, 'export-1')).status).toBe(200);
    expect((await oda.command(advised, 'export/export-1/copy', {})).status).toBe(200);
  });

  it('an hour later at most: a case is erased before its time', async () => {
    expect((await oda.command(advised, 'erasure', wish)).status).toBe(200);
    expect(whyNot(await centre.decides(oda, advised, 'erasure-1'))).toEqual([409, 'own_request']);
    await besa.advance('PT61M');
    expect((await oda.show(advised)).status).toBe(200);
    expect((await centre.decides(sali, advised, 'erasure-1')).status).toBe(200);
    await besa.advance('PT61M');
    expect((await oda.show(advised)).status).toBe(404);
  });

  it('a day later: a new colleague works, and one to whom somebody objects does not', async () => {
    for (const person of [counsellor, { ...counsellor, id: 'friend', role: 'officer', duties: [] }]) {
      expect((await directory.add('ana', person)).body['waiting']).toHaveProperty('effectiveAt');
      expect((await directory.decide('ana', person.id, 'approval', { verdict: 'approve' })).status).toBe(409);
    }
    await besa.advance('PT2M');
    const told = await centre.mailsTo(mailOf('sali'), '/people/friend');
    expect(told.map(({ text }) => text.includes('+355 69 111 2222'))).toEqual([true]);
    expect((await directory.decide('sali', 'friend', 'approval', { verdict: 'refuse' })).status).toBe(200);
    await besa.advance('PT25H');
    expect(await directory.isLetIn('dora')).toBe(true);
    expect((await directory.get('ana', 'directory/people/friend')).body).not.toHaveProperty('role');
  });

  it('at once, after a talk: the reporter gets another code from who has opened the case, and nobody else', async () => {
    const { caseNumber, receipt } = await centre.arrives(reportOf.normal);
    const desk = await besa.signIn('dora');
    const assured = { assuredBy: 'told_what_was_reported' };
    expect(whyNot(await desk.command(caseNumber, 'receipt', assured))).toEqual([409, 'not_read_by_you']);
    await centre.read(desk, caseNumber);
    const another = String((await desk.command(caseNumber, 'receipt', assured)).body['receipt']);
    expect([(await besa.followUp(another)).status, (await besa.followUp(receipt)).status]).toEqual([200, 404]);
    await besa.inside.quiet();
    expect(JSON.stringify(await centre.attention(sali))).toContain('dead_code_used');
    const spoken = { how: 'called_safe_contact' };
    expect(whyNot(await desk.command(caseNumber, 'spoken', spoken))).toEqual([409, 'code_known_to_you']);
    await centre.read(sali, caseNumber);
    expect((await sali.command(caseNumber, 'spoken', spoken)).status).toBe(200);
    expect(JSON.stringify(await centre.attention(sali))).not.toContain('dead_code_used');
    await centre.ends(desk, caseNumber);
  });

  it('a phone lost at 02:00: out at once, the ladder as long as before, its codes void, back after a day', async () => {
    const filed = await oda.file({ ...reportOf.normal, channel: 'helpline' });
    expect(filed.status).toBe(201);
    await centre.ends(oda, filed.body.caseNumber);
    await centre.until(2);
    expect((await directory.decide('ana', 'oda', 'suspension', { distrusted: true })).body).toMatchObject({
      active: true,
      barred: true,
    });
    expect(await directory.isLetIn('oda')).toBe(false);
    const desk = await besa.signIn('dora');
    const { caseNumber } = await centre.arrives(selfHarm);
    await besa.advance('PT21M');
    const rung = [
      ...(await centre.mailsTo(mailOf('oda'), caseNumber)),
      ...(await centre.mailsTo(dora.mail, caseNumber)),
    ];
    expect(new Set(rung.map(({ to }) => to)).size).toBe(2);
    await centre.ends(desk, caseNumber, 'helpline_support');

    expect((await besa.followUp(filed.body.receipt)).status).toBe(404);
    expect(JSON.stringify(await centre.attention(sali))).toContain('reporter_without_code');
    await centre.read(sali, filed.body.caseNumber);
    const given = await sali.command(filed.body.caseNumber, 'receipt', { assuredBy: 'called_safe_contact' });
    expect((await besa.followUp(String(given.body['receipt']))).status).toBe(200);

    expect((await directory.decide('ana', 'oda', 'return')).body['waiting']).toHaveProperty('effectiveAt');
    expect((await directory.decide('ana', 'oda', 'approval', { verdict: 'approve' })).status).toBe(409);
    await besa.advance('PT24H');
    expect(await directory.isLetIn('oda')).toBe(true);
  });

  it('a case about the supervisor: kept out at once; the partner’s call excludes, lowers, exports and erases', async () => {
    await centre.until(10);
    const { caseNumber } = await centre.arrives(selfHarm);
    await centre.read(oda, caseNumber);
    const asked = await oda.decide(caseNumber, 'exclusions', keepingOut('sali'));
    expect([asked.status, asked.body['waitsFor']]).toMatchObject([202, { approval: 'exclusion-1' }]);
    expect((await sali.show(caseNumber)).status).toBe(404);
    expect((await sali.command(caseNumber, 'approvals/exclusion-1', { verdict: 'refuse' })).status).toBe(404);
    const invented = { verdict: 'approve', call: { code: '0000-0000' } };
    expect(whyNot(await oda.command(caseNumber, 'approvals/exclusion-1', invented))).toEqual([409, 'wrong_code']);
    expect((await oda.command(caseNumber, 'export', { reason: 'police_request' })).status).toBe(409);
    expect(await centre.calls(oda, caseNumber, 'exclusion-1', partner)).toBe(200);

    const lower = { severity: 'high', reason: 'already_safe' };
    expect((await oda.decide(caseNumber, 'severity', lower)).body['severity']).toBe('critical');
    expect((await oda.decide(caseNumber, 'severity', lower)).status).toBe(409);
    expect(await centre.calls(oda, caseNumber, 'lowering-1', partner)).toBe(200);
    expect((await oda.show(caseNumber)).body.severity).toBe('high');
    await oda.command(caseNumber, 'export', { reason: 'police_request' });
    expect(await centre.calls(oda, caseNumber, 'export-1', partner)).toBe(200);
    expect((await oda.command(caseNumber, 'export/export-1/copy', {})).status).toBe(200);
    await centre.ends(oda, caseNumber, 'helpline_support');
    await oda.command(caseNumber, 'erasure', wish);
    await besa.advance('PT25H');
    expect((await oda.show(caseNumber)).status).toBe(200);
    expect(await centre.calls(oda, caseNumber, 'erasure-1', partner)).toBe(200);
    await besa.advance('PT61M');
    expect((await oda.show(caseNumber)).status).toBe(404);
    expect(await centre.mailsTo(mailOf('sali'), caseNumber)).toEqual([]);
  });

  it('the administrator is on holiday for a week: the supervisor keeps the rota, and nobody gets or loses anything', async () => {
    const shift = { duty: 'duty_officer', ...always, holders: ['oda'] };
    const rota = { shifts: [shift], holidays: ['2026-11-28'] };
    expect((await directory.post('sali', 'roster', rota, '"0"')).status).toBe(200);
    expect((await directory.add('sali', { ...counsellor, id: 'mine' })).status).toBe(403);
    expect((await directory.decide('sali', 'oda', 'suspension')).status).toBe(403);
    await besa.advance('P7D');
    const { caseNumber } = await centre.arrives(reportOf.normal);
    await centre.ends(oda, caseNumber);
    const { headers } = await directory.get('sali', 'directory/roster');
    const empty = { shifts: [], holidays: [] };
    expect((await directory.post('sali', 'roster', empty, headers.get('etag') ?? '')).status).toBe(200);
  });

  it('the same hour: the supervisor leaves for good and another comes, each by the partner’s call', async () => {
    await centre.until(10);
    expect((await directory.decide('ana', 'sali', 'suspension')).body).toMatchObject({ barred: true });
    expect((await directory.decide('ana', 'sali', 'approval', { verdict: 'approve' })).status).toBe(409);
    expect(await centre.callsAbout('ana', 'sali', partner)).toBe(200);
    expect((await directory.get('ana', 'directory/people/sali')).body).toMatchObject({ active: false });
    const ema = { ...dora, id: 'ema', mail: 'ema@centre.example', role: 'supervisor', duties: ['supervisor'] };
    expect((await directory.add('ana', ema)).body['waiting']).not.toHaveProperty('effectiveAt');
    await besa.advance('PT25H');
    expect(await directory.isLetIn('ema')).toBe(false);
    expect(await centre.callsAbout('ana', 'ema', partner)).toBe(200);
    expect(await directory.isLetIn('ema')).toBe(true);
  });

  it('a week later: the officer leaves for good, once the new supervisor confirms, and after a day another works', async () => {
    await besa.advance('P8D');
    const { caseNumber } = await centre.arrives(reportOf.normal);
    await centre.read(oda, caseNumber);
    expect((await oda.command(caseNumber, 'claim', {})).status).toBe(200);
    const out = await directory.decide('ana', 'oda', 'suspension');
    expect(out.body['waiting']).toMatchObject({ because: ['last_of_rung'] });
    expect((await directory.decide('ema', 'oda', 'approval', { verdict: 'approve' })).status).toBe(200);
    expect((await directory.get('ana', 'directory/people/oda')).body).toMatchObject({ active: false });
    const desk = await besa.signIn('dora');
    expect((await desk.command(caseNumber, 'claim', {})).status).toBe(200);
    await centre.ends(desk, caseNumber);
    const lir = { ...dora, id: 'lir', mail: 'lir@centre.example', role: 'officer', duties: ['duty_officer', 'backup'] };
    expect((await directory.add('ana', lir)).body['waiting']).toHaveProperty('effectiveAt');
    await besa.advance('PT25H');
    expect(await directory.isLetIn('lir')).toBe(true);
  });

  it('at the end of the month nothing is stuck: no case, no request, no change, no alert', async () => {
    const ema = await besa.signIn('ema');
    expect(await centre.attention(ema)).toEqual([]);
    expect((await ema.list()).body.cases).toEqual([]);
    const { people: all } = (await directory.get('ana', 'directory/people')).body as { people: object[] };
    expect(all.filter((one) => 'waiting' in one || 'barred' in one)).toEqual([]);
    expect(besa.inside.refusals()).toEqual([]);
  });
});
