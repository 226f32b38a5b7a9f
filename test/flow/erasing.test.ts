import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DynamoDBClient, paginateListTables, paginateScan } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { FrozenQuarter } from '#shared/domain/keeping/statistics.ts';
import type { StaffOverHttp } from '#test/support/besa-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, typesIn, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
let officer: StaffOverHttp;
let db: DynamoDBClient;
beforeAll(async () => {
  besa = await startTestBesa();
  officer = await besa.signIn('staff-blerim');
  db = new DynamoDBClient({
    endpoint: besa.inside.databaseEndpoint,
    region: 'eu-south-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
afterAll(async () => {
  db.destroy();
  await besa.end();
});

/** Every row of every table that has one of these in it, by table. */
async function rowsWith(...marks: string[]): Promise<{ table: string; row: string }[]> {
  const found: { table: string; row: string }[] = [];
  for await (const { TableNames = [] } of paginateListTables({ client: db }, {})) {
    for (const TableName of TableNames) {
      for await (const { Items = [] } of paginateScan({ client: db }, { TableName, ConsistentRead: true })) {
        const rows = Items.map((item) => JSON.stringify(item));
        found.push(
          ...rows
            .filter((row) => marks.some((mark) => row.includes(mark)))
            .map((row) => ({
              table: /(Cases|CaseEvents|Keys|AccessLog|Erasures|Facts)/.exec(TableName)?.[0] ?? '',
              row,
            })),
        );
      }
    }
  }
  return found;
}

/** Runs the command an engineer runs after a restore, on this Besa's tables. */
async function replayed(): Promise<string> {
  const command = ['infra/operations/replay-erasures.ts', '--stage', 'local'];
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    env: {
      ...process.env,
      AWS_ENDPOINT_URL_DYNAMODB: besa.inside.databaseEndpoint,
      AWS_REGION: 'eu-south-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
  });
  return stdout;
}

async function resolve(caseNumber: string): Promise<void> {
  const { severity } = (await officer.show(caseNumber)).body;
  for (const [name, body] of [
    [
      'handling',
      { severity, safetyDecision: 'safe_for_now', nextStep: 'advise_reporter', message: 'We have read it.' },
    ],
    ['resolution', { outcome: 'advice_given', message: 'This is what you can do.' }],
  ] as const) {
    expect((await officer.decide(caseNumber, name, body)).body).not.toHaveProperty('errors');
  }
}

const days = (count: number): string => `PT${count * 24}H`;
const retained = albania.retention.days.advice_given.normal;
const { warningDays } = albania.retention;

describe('a case, from its report to a year later', () => {
  it('has its owner told, is erased on its day, and leaves a tombstone, a line of the journal and a figure', async () => {
    const key = 'erasing-0000-0000-0000-0000-0001';
    const report = reportOf.normal;
    const { body } = await besa.report(report, key);
    await besa.inside.quiet();
    expect((await officer.command(body.caseNumber, 'claim', {})).status).toBe(200);
    expect((await officer.command(body.caseNumber, 'read', { reason: 'assigned_to_me' })).status).toBe(200);
    // Whatever is written about a case besides: by the reporter, by staff, to an institution.
    const added = { receipt: body.receipt, text: 'There is more.', urls: ['https://elsewhere.example/more'] };
    const posted = await besa.post('/v1/follow-up/messages', added, { 'idempotency-key': 'erasing-message-0000-0001' });
    expect(posted.status).toBe(201);
    await besa.inside.quiet();
    expect((await officer.command(body.caseNumber, 'read', { reason: 'assigned_to_me' })).status).toBe(200);
    expect((await officer.command(body.caseNumber, 'notes', { text: 'Her friend saw it, too.' })).status).toBe(200);
    await resolve(body.caseNumber);
    await besa.inside.quiet();
    const [number] = await rowsWith(body.caseNumber);
    const caseId = /"caseId":\{"S":"([0-9a-f]{32})"/.exec(number?.row ?? '')?.[1] ?? '';
    expect(caseId).toHaveLength(32);
    const before = (await rowsWith(caseId)).map(({ table }) => table);
    expect(new Set(before)).toEqual(new Set(['Cases', 'CaseEvents', 'Keys', 'AccessLog']));

    await besa.advance(days(retained - warningDays - 1));
    const mailsBefore = (await besa.inbox()).length;
    await besa.advance(days(3));
    const told = (await besa.inbox()).slice(mailsBefore).filter(({ text }) => text.includes(body.caseNumber));
    expect(told.map(({ to }) => to)).toEqual([expect.stringContaining('blerim')]);
    expect(typesIn((await officer.show(body.caseNumber)).body)).toContain('case.erasure_due');

    await besa.advance(days(warningDays + 2));
    expect((await officer.show(body.caseNumber)).status).toBe(404);
    expect((await besa.followUp(body.receipt)).status).toBe(404);
    expect((await besa.report(report, key)).status).toBe(410);
    const left = await rowsWith(caseId, body.caseNumber);
    expect(left.map(({ table }) => table).filter((table) => table !== 'AccessLog')).toEqual(['Erasures']);
    expect(left.find(({ table }) => table === 'Erasures')?.row).toContain('finishedAt');
    expect(besa.inside.refusals()).toEqual([]);
    for (const { deadLetters } of await besa.queues()) expect(deadLetters).toBe(0);
  });

  it('is kept when somebody holds it, and erased the day after two people ask for it', async () => {
    const supervisor = await besa.signIn('staff-drita');
    const { body } = await besa.report(reportOf.normal);
    await besa.inside.quiet();
    expect((await officer.command(body.caseNumber, 'read', { reason: 'on_duty' })).status).toBe(200);
    await resolve(body.caseNumber);
    expect((await officer.command(body.caseNumber, 'hold', { because: 'complaint' })).status).toBe(200);
    await besa.advance(days(retained + 30));
    expect((await officer.show(body.caseNumber)).status).toBe(200);

    expect((await officer.command(body.caseNumber, 'release', {})).status).toBe(200);
    const wish = { because: 'person_concerned_asked', safetyDecision: 'safe_for_now' };
    expect((await officer.command(body.caseNumber, 'erasure', wish)).status).toBe(200);
    const agreed = await supervisor.command(body.caseNumber, 'approvals/erasure-1', { verdict: 'approve' });
    expect(agreed.status).toBe(200);
    await besa.advance(days(2));
    expect((await officer.show(body.caseNumber)).status).toBe(404);
    expect(besa.inside.refusals()).toEqual([]);
  });

  it('stays erased when the journal is replayed by its command, which says so', async () => {
    const said = await replayed();
    expect(said).toMatch(/cases: Besa-local-Data-CasesTable/);
    expect(said).toContain('2 cases were erased at some time; 0 of them had come back');
  });

  it('is published as part of its quarter, with nothing in it to know it by', async () => {
    const year = Number((await besa.now()).slice(0, 4));
    const answers = await Promise.all([year - 2, year - 1, year].map((one) => besa.get(`/v1/statistics?year=${one}`)));
    const quarters = answers.flatMap(({ body }) => (body as { quarters: FrozenQuarter[] }).quarters);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(quarters.length).toBeGreaterThan(0);
    // How many reports there were is a figure of the centre; of so few children nothing is told.
    for (const { reports, victims, tables } of quarters) {
      expect([reports, victims]).toEqual([tables.promise.total, null]);
      const { category, channel, outcome, helped, gender, ageBand } = tables;
      const cells = [category, channel, outcome, helped, gender, ageBand].flatMap((table) => table.cells);
      for (const { count } of cells) expect(count).toBeNull();
    }
  });
});
