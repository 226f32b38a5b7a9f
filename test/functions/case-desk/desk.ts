import { randomBytes } from 'node:crypto';
import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Row } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { caseDeskRoutes } from '#functions/case-desk/routes.ts';
import type { CaseDeskDeps } from '#functions/case-desk/routes.ts';
import { findCases } from '#functions/finding/find-cases.ts';
import type { FindCasesDeps } from '#functions/finding/find-cases.ts';
import { fileReport } from '#functions/filing/file-report.ts';
import { triageCase } from '#functions/triage/triage-case.ts';
import { knownAccesses } from '#shared/adapters/aws/cases/access-desk.ts';
import { accessLog, lookLog } from '#shared/adapters/aws/access/access-log.ts';
import { caseFinder } from '#shared/adapters/aws/cases/case-finder.ts';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { deskSteps } from '#shared/adapters/aws/cases/desk-rows.ts';
import { commandReader } from '#shared/adapters/aws/cases/command-reader.ts';
import { isRegisteredCampaign, platformCodes } from '#shared/adapters/aws/directory/directory-lists.ts';
import { directory, staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { dueIndex } from '#shared/adapters/aws/indexes/due-index.ts';
import { casesByMatchKey } from '#shared/adapters/aws/indexes/cases-by-match-key.ts';
import { keepingIndex } from '#shared/adapters/aws/indexes/keeping-index.ts';
import { receiptLookups } from '#shared/adapters/aws/indexes/lookup-index.ts';
import { historyReader } from '#shared/adapters/aws/cases/history-reader.ts';
import { possibleDuplicates } from '#shared/adapters/aws/indexes/possible-duplicates.ts';
import { letters } from '#shared/adapters/aws/mail/letters.ts';
import { mailbox } from '#shared/adapters/aws/mail/mailbox.ts';
import { referralReader } from '#shared/adapters/aws/cases/referral-reader.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { sealedReader } from '#shared/adapters/aws/cases/sealed-reader.ts';
import { workQueue } from '#shared/adapters/aws/indexes/work-queue.ts';
import { guidanceLoader } from '#shared/contracts/http/public/guidance.ts';
import { reportParser } from '#shared/contracts/http/public/parse-report.ts';
import { routesOfFiling, routesOfFinding } from '#shared/contracts/http/staff/staff-routes.ts';
import { country } from '#shared/country/current.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { reconcileTimers } from '#shared/domain/sla/clocks.ts';
import { escalateTimer } from '#shared/domain/sla/timer.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import type { TimerId } from '#shared/domain/case/timer-id.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import type { HttpLambda } from '#shared/lambda/http/http-handler.ts';
import { log, measure } from '#shared/lambda/log/log.ts';
import type { CaseWithTimers } from '#shared/ports/case-store.ts';
import { acceptReport } from '#shared/use-cases/accept-report.ts';
import { admitStaff } from '#shared/use-cases/admit-staff.ts';
import { deriveRequest } from '#shared/sealing/derived.ts';
import { historyOf } from '#test/support/new-case.ts';
import { aPerson } from '#test/support/builders.ts';
import { startDatabase } from '#test/support/engine.ts';
import type { DatabaseKind } from '#test/support/engine.ts';
import { callHandler, postOf } from '#test/support/gateway.ts';
import type { GatewayAnswer } from '#test/support/gateway.ts';
import { publicApi, steppedClock } from '#test/support/public-api.ts';

export const receivedAt = '2026-11-20T22:10:00.000Z';

export const people = {
  counsellor: aPerson('staff-counsellor', { role: 'counsellor' }),
  officer: aPerson('staff-officer', { role: 'officer', cleared: true }),
  other: aPerson('staff-other', { role: 'officer' }),
  supervisor: aPerson('staff-supervisor', { role: 'supervisor' }),
  gone: aPerson('staff-gone', { role: 'supervisor', active: false, cleared: true }),
  director: aPerson('staff-director'),
  volunteer: aPerson('staff-volunteer', { role: 'volunteer', cleared: true }),
  head: aPerson('staff-head', { role: 'director', cleared: true }),
  auditor: aPerson('staff-auditor', { role: 'auditor', cleared: true }),
  statistician: aPerson('staff-statistician', { role: 'statistician', cleared: true }),
  administrator: aPerson('staff-administrator', { role: 'administrator', cleared: true }),
};
export type Who = keyof typeof people;

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** Intake, follow-up, case desk and filing as deployed, on a database of the test, with its own keys and clock. */
export async function openDesk(on: DatabaseKind = 'memory', settings: Partial<Pick<CaseDeskDeps, 'isDeskOpen'>> = {}) {
  const database = await startDatabase(on);
  const { db, tables } = database;
  for (const member of Object.values(people)) {
    for (const Item of staffRows(member)) await db.send(new PutItemCommand({ TableName: tables.directory, Item }));
  }
  const clock = steppedClock(receivedAt);
  const { intake, followUp, keys } = publicApi(database, country, clock);
  const cases = caseReader(db, tables);
  const writer = caseWriter(db, tables, deskSteps);
  const history = historyReader(db, tables);
  const finder = caseFinder(db, tables);
  const known = directory(db, tables);
  const admit = admitStaff(known);
  const commands = commandReader(db, tables);
  const deps: CaseDeskDeps = {
    admit,
    queue: workQueue(db, tables),
    keepingIndex: keepingIndex(db, tables),
    finder,
    cases,
    history,
    mails: mailbox(db, tables),
    mailbox: mailbox(db, tables),
    letters: letters(db, tables),
    due: dueIndex(db, tables),
    sealed: sealedReader(db, tables),
    directory: known,
    referrals: referralReader(db, tables),
    accesses: knownAccesses(db, tables),
    deskMac: keys.deskMac,
    isDeskOpen: false,
    ...settings,
    receipts: receiptLookups(db, tables),
    randomBytes,
    keyMaker: keys,
    keys,
    accessLog: accessLog(db, tables),
    writer,
    commands,
    clock,
    ownPlatforms: platformCodes(db, tables),
    isCampaign: isRegisteredCampaign(db, tables),
    country,
    log,
    measure,
  };
  const triage = triageCase({ cases, writer, possibleDuplicates: possibleDuplicates(db, tables), clock, country });
  const file = fileReport({
    admit,
    commands,
    parse: reportParser(country),
    accept: acceptReport({ store: reportStore(db, tables), keys, macs: keys, clock, country, randomBytes }),
    guidance: guidanceLoader(country),
    isCampaign: isRegisteredCampaign(db, tables),
    clock,
    country,
    log,
    measure,
  });
  const filing = httpHandler(
    routesOfFiling.map((row) => ({ ...row, handle: file })),
    country,
  );
  const findingDeps: FindCasesDeps = {
    admit,
    directory: known,
    cases,
    index: casesByMatchKey(db, tables),
    blindIndexKey: () => keys.blindIndexKey(),
    looks: lookLog(db, tables),
    clock,
    country,
  };
  const findingWith = (instead: Partial<FindCasesDeps>): HttpLambda =>
    httpHandler(
      routesOfFinding.map((row) => ({ ...row, handle: findCases({ ...findingDeps, ...instead }) })),
      country,
      'staff',
    );
  const finding = findingWith({});
  const claimsOf = (who: Who | undefined) => (who === undefined ? {} : { claims: { sub: people[who].id } });

  async function stateOf(caseNumber: string): Promise<CaseWithTimers> {
    const caseId = await finder.byNumber(caseNumber);
    const state = caseId === undefined ? undefined : await cases.load(caseId);
    if (state === undefined) throw new Error('The case is not there.');
    return state;
  }

  /** Makes the clocks what the policy wants, as sla-timer does. */
  async function reconcile(caseNumber: string): Promise<void> {
    const state = await stateOf(caseNumber);
    const { arm, disarm } = reconcileTimers(state.case, state.timers, country);
    const parts = { set: {}, events: [], timersArmed: arm, timersDisarmed: disarm };
    await writer.write(changeCase(state.case, parts, clock.now()));
  }

  async function post(
    handler: HttpLambda,
    who: Who | undefined,
    caseNumber: string,
    name: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<GatewayAnswer> {
    const [, timer, rung] = /^escalations\/([^/]+)\/([^/]+)\/acknowledgement$/.exec(name) ?? [];
    const [, referral, step] = /^referrals\/([^/]+)\/([^/]+)$/.exec(name) ?? [];
    const [approval] = /(export|lowering|erasure|exclusion)-\d+/.exec(name) ?? [];
    const [, notice] = /^notices\/([^/]+)\/answer$/.exec(name) ?? [];
    const [template, named] =
      timer !== undefined && rung !== undefined
        ? ['escalations/{timer}/{rung}/acknowledgement', { timer, rung }]
        : referral !== undefined
          ? [`referrals/{referral}/${step}`, { referral }]
          : notice !== undefined
            ? ['notices/{notice}/answer', { notice }]
            : [
                name.replace(/(export|lowering|erasure|exclusion)-\d+/, '{approval}'),
                approval === undefined ? {} : { approval },
              ];
    return callHandler(handler, {
      ...postOf(`/v1/cases/{number}/${template}`, body, headers),
      path: { number: caseNumber, ...named },
      ...claimsOf(who),
    });
  }

  const desk = httpHandler(caseDeskRoutes(deps), country, 'staff');
  return {
    database,
    deps,
    desk,
    filing,
    finding,
    intake,
    followUpHandler: followUp,
    keys,
    clock,
    stateOf,
    /** The number of the case that an Idempotency-Key made. A page shows none. */
    numberBehind: async (key: string): Promise<string> => {
      const { caseId } = deriveRequest(await keys.requestRoot(key));
      const state = await cases.load(caseId);
      if (state === undefined) throw new Error('The key made no case.');
      return state.case.caseNumber;
    },
    reconcile,
    stop: () => database.stop(),
    later: (minutes: number) => clock.set(plusMinutes(clock.now(), minutes)),

    /** A case desk with something replaced. */
    with: (instead: Partial<CaseDeskDeps>): HttpLambda =>
      httpHandler(caseDeskRoutes({ ...deps, ...instead }), country, 'staff'),

    command: (
      who: Who | undefined,
      caseNumber: string,
      name: string,
      body: unknown,
      headers?: Record<string, string>,
    ) => post(desk, who, caseNumber, name, body, headers),
    commandAt: post,
    /** A command that says which state it was decided on: the present one. */
    decide: async (
      who: Who,
      caseNumber: string,
      name: string,
      body: unknown,
      headers: Record<string, string> = {},
    ): Promise<GatewayAnswer> => {
      const { revision } = (await stateOf(caseNumber)).case;
      return post(desk, who, caseNumber, name, body, { 'If-Match': `"${revision}"`, ...headers });
    },
    show: (who: Who | undefined, number: string, query: Record<string, string> = {}): Promise<GatewayAnswer> =>
      callHandler(desk, { resource: '/v1/cases/{number}', path: { number }, query, ...claimsOf(who) }),
    showAt: (at: HttpLambda, who: Who, number: string): Promise<GatewayAnswer> =>
      callHandler(at, { resource: '/v1/cases/{number}', path: { number }, ...claimsOf(who) }),
    list: (who: Who | undefined, query: Record<string, string> = {}): Promise<GatewayAnswer> =>
      callHandler(desk, { resource: '/v1/cases', query, ...claimsOf(who) }),
    attention: (who: Who | undefined, query: Record<string, string> = {}): Promise<GatewayAnswer> =>
      callHandler(desk, { resource: '/v1/attention', query, ...claimsOf(who) }),
    shift: (who: Who | undefined, at: HttpLambda = desk): Promise<GatewayAnswer> =>
      callHandler(at, { resource: '/v1/shift', ...claimsOf(who) }),
    keeping: (who: Who | undefined, query: Record<string, string>): Promise<GatewayAnswer> =>
      callHandler(desk, { resource: '/v1/keeping', query, ...claimsOf(who) }),
    file: (who: Who | undefined, body: unknown, headers?: Record<string, string>): Promise<GatewayAnswer> =>
      callHandler(filing, { ...postOf('/v1/cases', body, headers), ...claimsOf(who) }),
    find: (who: Who | undefined, body: unknown): Promise<GatewayAnswer> =>
      callHandler(finding, { ...postOf('/v1/find', body), ...claimsOf(who) }),
    findWith: (instead: Partial<FindCasesDeps>, who: Who, body: unknown): Promise<GatewayAnswer> =>
      callHandler(findingWith(instead), { ...postOf('/v1/find', body), ...claimsOf(who) }),
    followUp: (receipt: string): Promise<GatewayAnswer> => callHandler(followUp, postOf('/v1/follow-up', { receipt })),
    /** What whoever holds a receipt does: `messages`, `withdrawal`, `lock`, `helped`. */
    ask: (name: string, body: object, headers?: Record<string, string>): Promise<GatewayAnswer> =>
      callHandler(followUp, postOf(`/v1/follow-up/${name}`, body, { 'Accept-Language': 'en', ...headers })),
    /** The same by the end of the route, `''` for looking alone. */
    askAt: (route: string, body: object): Promise<GatewayAnswer> =>
      callHandler(followUp, postOf(`/v1/follow-up${route}`, body)),

    triage,
    /** Sends a report, and nothing more happens. */
    send: (report: object, headers?: Record<string, string>): Promise<GatewayAnswer> =>
      callHandler(intake, postOf('/v1/reports', report, headers)),
    /** Reports, triages and arms the clocks, as happens without anybody's doing. */
    async receive(report: object, headers?: Record<string, string>): Promise<{ caseNumber: string; receipt: string }> {
      const answer = await callHandler(intake, postOf('/v1/reports', report, headers));
      const { caseNumber, receipt } = answer.json as { caseNumber: string; receipt: string };
      const { caseId } = (await stateOf(caseNumber)).case;
      const [received] = await historyOf(db, tables, caseId);
      if (received === undefined) throw new Error('The history has no beginning.');
      await triage(received);
      await reconcile(caseNumber);
      return { caseNumber, receipt };
    },

    /** Raises what is due on a timer, as the sweep does. */
    async raise(caseNumber: string, timer: TimerId): Promise<void> {
      const state = await stateOf(caseNumber);
      const armed = state.timers.find((one) => timerId(one) === timer);
      if (armed === undefined) throw new Error('This timer is not armed.');
      const raised = escalateTimer(armed, state.case, country, clock.now());
      if (raised.outcome !== 'raised') throw new Error(`Nothing was raised: ${raised.outcome}.`);
      const parts = { set: {}, events: raised.events, timersArmed: [raised.timer] };
      await writer.write(changeCase(state.case, parts, clock.now()));
    },

    historyOf: async (caseNumber: string) => historyOf(db, tables, (await stateOf(caseNumber)).case.caseId),
    rows: async (table: keyof typeof tables) => {
      const rows: Row[] = [];
      let from: Row | undefined;
      do {
        const page = await db.send(
          new ScanCommand({ TableName: tables[table], ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) }),
        );
        rows.push(...(page.Items ?? []));
        from = page.LastEvaluatedKey;
      } while (from !== undefined);
      return rows;
    },
  };
}
