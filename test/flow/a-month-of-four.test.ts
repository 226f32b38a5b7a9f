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

const message = 'You did the right thing. Block the account and keep the messages.';
const nobody = { institutions: [], people: [] };

describe('a month of a counsellor, a supervisor, a director and an administrator, with nobody outside', () => {
  const people = [
    aPerson('kel', { role: 'counsellor', duties: ['helpline_desk'] }),
    aPerson('sali', { role: 'supervisor', duties: ['duty_officer', 'backup', 'supervisor'], cleared: true }),
    aPerson('drin', { role: 'director', duties: ['director'], phone: '+355 69 333 4444' }),
    aPerson('ana', { role: 'administrator' }),
  ];
  const mailOf = (id: string): string => people.find((one) => one.id === id)?.mail ?? '';

  let centre: SmallCentre;
  let besa: BesaUnderTest;
  let directory: DirectoryOverHttp;
  let kel: StaffOverHttp;
  let sali: StaffOverHttp;
  let drin: StaffOverHttp;
  beforeAll(async () => {
    centre = await openSmallCentre(people);
    ({ besa, directory } = centre);
    [kel, sali, drin] = [await besa.signIn('kel'), await besa.signIn('sali'), await besa.signIn('drin')];
  });
  afterAll(() => centre.besa.end());

  it('the same hour: the supervisor exports and erases with the word of the director, and not without', async () => {
    const { caseNumber } = await centre.arrives(reportOf.normal);
    await centre.ends(sali, caseNumber);
    expect((await kel.command(caseNumber, 'export', { reason: 'audit' })).status).toBe(403);
    await sali.command(caseNumber, 'export', { reason: 'audit' });
    expect(whyNot(await centre.decides(sali, caseNumber, 'export-1'))).toEqual([409, 'own_request']);
    expect((await centre.decides(drin, caseNumber, 'export-1')).status).toBe(200);
    expect((await sali.command(caseNumber, 'export/export-1/copy', {})).status).toBe(200);
    await sali.command(caseNumber, 'erasure', wish);
    expect((await centre.decides(drin, caseNumber, 'erasure-1')).status).toBe(200);
    await besa.advance('PT61M');
    expect((await sali.show(caseNumber)).status).toBe(404);
  });

  it('a case about the supervisor: the director keeps them out, the counsellor is told, works on it, and it is lifted', async () => {
    const { caseNumber } = await centre.arrives(reportOf.normal);
    expect((await kel.decide(caseNumber, 'exclusions', keepingOut('sali'))).status).toBe(403);
    expect((await drin.decide(caseNumber, 'exclusions', keepingOut('sali'))).status).toBe(200);
    expect((await sali.show(caseNumber)).status).toBe(404);
    await besa.advance('PT6M');
    const told = (await centre.mailsTo(mailOf('kel'), caseNumber)).map(({ subject }) => subject);
    expect(told).toContain(`${caseNumber}: an exclusion from the case`);
    await centre.ends(kel, caseNumber);
    expect((await sali.command(caseNumber, 'exclusions', nobody, { 'if-match': '"9"' })).status).toBe(404);
    expect((await drin.decide(caseNumber, 'exclusions', nobody)).status).toBe(200);
    expect((await sali.show(caseNumber)).status).toBe(200);
  });

  it('the supervisor keeps nobody out alone: with the counsellor gone nobody but the two who decide could object', async () => {
    const { caseNumber } = await centre.arrives(reportOf.normal);
    await centre.read(sali, caseNumber);
    const asked = await sali.decide(caseNumber, 'exclusions', keepingOut('kel'));
    expect([asked.status, (await kel.show(caseNumber)).status]).toEqual([202, 200]);
    const end = { outcome: 'test', noMessageBecause: 'content_only' };
    expect((await sali.decide(caseNumber, 'resolution', end)).status).toBe(409);
    expect((await centre.decides(drin, caseNumber, 'exclusion-1', 'refuse')).status).toBe(200);
    await centre.ends(sali, caseNumber);
  });

  it('a day later: a critical case is lowered, for nobody else ever could, and the director heard of it', async () => {
    const { caseNumber } = await centre.arrives(selfHarm);
    await centre.read(sali, caseNumber);
    const lower = { severity: 'high', reason: 'already_safe' };
    expect((await sali.decide(caseNumber, 'severity', lower)).body['severity']).toBe('critical');
    const { severity } = (await sali.show(caseNumber)).body;
    const handling = { severity, safetyDecision: 'safe_for_now', nextStep: 'advise_reporter', message };
    expect((await sali.decide(caseNumber, 'handling', handling)).status).toBe(200);
    await besa.advance('PT23H');
    expect((await sali.decide(caseNumber, 'severity', lower)).status).toBe(409);
    expect((await centre.mailsTo(mailOf('drin'), caseNumber)).length).toBeGreaterThan(0);
    await besa.advance('PT2H');
    expect((await sali.decide(caseNumber, 'severity', lower)).body['severity']).toBe('high');
    await centre.ends(kel, caseNumber, 'helpline_support');
  });

  it('eight days later: the supervisor whose phone was lost is back; meanwhile the ladder and the counsellor go on', async () => {
    await centre.until(2);
    const out = await directory.decide('ana', 'sali', 'suspension', { distrusted: true });
    expect(out.body).toMatchObject({ active: true, barred: true });
    const { caseNumber } = await centre.arrives(selfHarm);
    await besa.advance('PT21M');
    for (const id of ['kel', 'sali']) expect((await centre.mailsTo(mailOf(id), caseNumber)).length).toBeGreaterThan(0);
    await centre.ends(kel, caseNumber, 'helpline_support');
    expect((await directory.decide('ana', 'sali', 'return')).body['waiting']).not.toHaveProperty('effectiveAt');
    await besa.advance('P7DT1H');
    expect(await directory.isLetIn('sali')).toBe(false);
    expect((await directory.decide('ana', 'sali', 'return')).body['waiting']).toHaveProperty('effectiveAt');
    await besa.advance('PT25H');
    expect(await directory.isLetIn('sali')).toBe(true);
  });

  it('the same hour: the supervisor leaves for good, when the director confirms', async () => {
    await directory.decide('ana', 'sali', 'suspension');
    expect((await directory.decide('ana', 'sali', 'approval', { verdict: 'approve' })).status).toBe(409);
    expect((await directory.decide('drin', 'sali', 'approval', { verdict: 'approve' })).status).toBe(200);
    expect((await directory.get('ana', 'directory/people/sali')).body).toMatchObject({ active: false });
  });

  it('at the end nothing is stuck, and the director sees so', async () => {
    expect(await centre.attention(drin)).toEqual([]);
    expect((await drin.list()).body.cases).toEqual([]);
    expect(besa.inside.refusals()).toEqual([]);
  });
});
