import { afterAll, beforeAll, expect, it } from 'vitest';
import { rosterDays } from '#shared/domain/people/roster/roster.ts';
import { directoryOverHttp, type DirectoryOverHttp } from '#test/support/directory-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
let directory: DirectoryOverHttp;
beforeAll(async () => {
  besa = await startTestBesa();
  directory = directoryOverHttp(besa);
});
afterAll(() => besa.end());

interface Line {
  caseNumber: string;
  assignee?: string;
  missed?: { clock: string }[];
  nextStep?: { step: string };
}
const sheetOf = async (by: string): Promise<Line[]> => (await directory.get(by, 'shift')).body['cases'] as Line[];
const lineOf = async (by: string, caseNumber: string) =>
  (await sheetOf(by)).find((line) => line.caseNumber === caseNumber);

interface Rung {
  people: { id: string; until?: string }[];
  next?: { at: string; people: { id: string }[] };
}
const firstRung = async (): Promise<Rung | undefined> =>
  ((await directory.get('staff-arta', 'duty')).body['rungs'] as Rung[])[0];
const ringing = async (): Promise<string[] | undefined> => (await firstRung())?.people.map(({ id }) => id).toSorted();

/** The shift changes at eight in the evening in Tirana; Besa starts at ten in the morning. */
const change = '2026-11-17T19:00:00.000Z';
const shift = (duty: string, from: string, to: string, holder: string) => ({
  duty,
  days: rosterDays,
  from,
  to,
  holders: [holder],
});

it('at eight the other telephone rings, and whoever takes over finds what was left', async () => {
  const shifts = [
    shift('duty_officer', '08:00', '20:00', 'staff-blerim'),
    shift('helpline_desk', '08:00', '20:00', 'staff-arta'),
    shift('duty_officer', '20:00', '08:00', 'staff-desk'),
    shift('helpline_desk', '20:00', '08:00', 'staff-desk'),
  ];
  expect((await directory.post('staff-elira', 'roster', { shifts, holidays: [] }, '"0"')).status).toBe(200);
  expect(await ringing()).toEqual(['staff-arta', 'staff-blerim']);
  expect((await firstRung())?.next).toMatchObject({ at: change, people: [{ id: 'staff-desk' }] });

  const officer = await besa.signIn('staff-blerim');
  const { caseNumber } = (await besa.report(reportOf.high)).body;
  await besa.inside.quiet();
  await officer.command(caseNumber, 'claim', {});
  await officer.command(caseNumber, 'read', { reason: 'on_duty' });
  expect(await lineOf('staff-drita', caseNumber)).toMatchObject({ assignee: 'staff-blerim' });

  // Eight in the evening. What rings is what the page says that it rings.
  await besa.advance('PT10H5M');
  expect(await ringing()).toEqual(['staff-desk']);
  const sentBefore = (await besa.inbox()).length;
  await besa.report(reportOf.critical);
  await besa.inside.quiet();
  expect(new Set((await besa.inbox()).slice(sentBefore).map(({ to }) => to))).toEqual(new Set(['desk@besa.example']));

  // Who comes is on a later rung alone: it is recorded, and no other telephone rings for it.
  const taken = await directory.takeOver('staff-drita', 'staff-blerim');
  expect(taken).toMatchObject({ status: 200, body: { by: 'staff-drita', from: 'staff-blerim', rings: 'later' } });
  expect(await ringing()).toEqual(['staff-desk']);
  const { takeOvers } = (await directory.get('staff-arta', 'duty')).body;
  expect(takeOvers).toMatchObject([{ by: 'staff-drita', from: 'staff-blerim' }]);
  const audit = (await directory.get('staff-ilir', 'directory/audit')).body['entries'];
  expect(audit).toContainEqual(
    expect.objectContaining({ action: 'took_over', by: 'staff-drita', about: 'staff-blerim' }),
  );

  // The case is late by now, and moves to whoever came when they take it, not before.
  const before = await lineOf('staff-drita', caseNumber);
  expect(before).toMatchObject({ assignee: 'staff-blerim' });
  expect(before?.missed?.map(({ clock }) => clock)).toContain('handle');
  const next = await besa.signIn('staff-drita');
  expect((await next.decide(caseNumber, 'assignment', { assignee: 'staff-drita' })).status).toBe(200);
  expect(await lineOf('staff-blerim', caseNumber)).toMatchObject({ assignee: 'staff-drita' });
});
