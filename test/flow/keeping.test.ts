import { afterAll, beforeAll, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { keptLists } from '#shared/domain/keeping/kept-lists.ts';
import type { StaffOverHttp } from '#test/support/besa-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
let officer: StaffOverHttp;
let supervisor: StaffOverHttp;
beforeAll(async () => {
  besa = await startTestBesa();
  [officer, supervisor] = [await besa.signIn('staff-blerim'), await besa.signIn('staff-elira')];
});
afterAll(() => besa.end());

interface Line {
  caseNumber: string;
  approvals?: object[];
}

/** The case as each list has it, as the supervisor sees them. */
async function listsWith(caseNumber: string): Promise<Partial<Record<string, Line>>> {
  const found: Partial<Record<string, Line>> = {};
  for (const kind of keptLists) {
    let cursor = '';
    do {
      const { status, body } = await supervisor.look(`keeping?kind=${kind}${cursor}`);
      expect(status).toBe(200);
      const page = body as { cases: Line[]; cursor?: string };
      const line = page.cases.find((one) => one.caseNumber === caseNumber);
      if (line !== undefined) found[kind] = line;
      cursor = page.cursor === undefined ? '' : `&cursor=${encodeURIComponent(page.cursor)}`;
    } while (cursor !== '');
  }
  return found;
}

const days = (count: number): string => `PT${count * 24}H`;

it('a case is held, released, due and erased, its copy was given out, and the lists say so at each step', async () => {
  const { body } = await besa.report(reportOf.normal);
  await besa.inside.quiet();
  const { caseNumber } = body;
  const did = async (answer: Promise<{ status: number }>): Promise<void> => {
    expect((await answer).status).toBe(200);
  };
  await did(officer.command(caseNumber, 'read', { reason: 'on_duty' }));
  await did(officer.command(caseNumber, 'export', { reason: 'police_request' }));
  expect(await listsWith(caseNumber)).toMatchObject({ exports: { approvals: [{ state: 'pending' }] } });
  await did(supervisor.command(caseNumber, 'approvals/export-1', { verdict: 'approve' }));
  await did(officer.command(caseNumber, 'export/export-1/copy', {}));
  const taken = { state: 'taken', askedBy: 'staff-blerim', decidedBy: 'staff-elira' };
  expect(await listsWith(caseNumber)).toMatchObject({ exports: { approvals: [taken] } });

  const { severity } = (await officer.show(caseNumber)).body;
  const handling = {
    severity,
    safetyDecision: 'safe_for_now',
    nextStep: 'advise_reporter',
    message: 'We have read it.',
  };
  await did(officer.decide(caseNumber, 'handling', handling));
  await did(officer.decide(caseNumber, 'resolution', { outcome: 'advice_given', message: 'This is what you can do.' }));
  await did(officer.command(caseNumber, 'hold', { because: 'court_proceedings' }));
  const held = await listsWith(caseNumber);
  expect(Object.keys(held)).toEqual(['held', 'exports']);
  expect(held).toMatchObject({ held: { hold: { because: 'court_proceedings', by: 'staff-blerim' } } });

  await did(supervisor.command(caseNumber, 'release', {}));
  const retained = albania.retention.days.advice_given.normal;
  expect(await listsWith(caseNumber)).toMatchObject({ due: { keeping: { because: 'outcome', days: retained } } });
  await besa.advance(days(retained - albania.retention.warningDays + 1));
  expect(await listsWith(caseNumber)).toMatchObject({ due: { keeping: { told: {} } } });
  await besa.advance(days(albania.retention.warningDays + 2));
  expect(await listsWith(caseNumber)).toEqual({});
  expect(besa.inside.refusals()).toEqual([]);
});
