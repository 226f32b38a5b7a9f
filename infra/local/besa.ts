import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { join } from 'node:path';
import { accounts } from './sign-in/accounts.ts';
import { startAwsProxy } from './services/aws-proxy.ts';
import type { ProxyParts, Refusal } from './services/aws-proxy.ts';
import { readBlueprint } from './template/blueprint.ts';
import { CannotStart } from './cannot-start.ts';
import { openClock } from './clock/clock.ts';
import { openDataFolder } from './data-folder.ts';
import { deadLetters } from './sources/dead-letters.ts';
import { courtesy } from './services/yield-to-requests.ts';
import { closeEngineConnections, engineClient } from './engines/engine-call.ts';
import { startEngines } from './engines/engines.ts';
import { eventBus } from './sources/event-bus.ts';
import { faults } from './services/faults.ts';
import type { Faults } from './services/faults.ts';
import { environmentOf, functionProcesses } from './functions/function-processes.ts';
import { gateway } from './gateway/gateway.ts';
import { openIssuer } from './sign-in/issuer.ts';
import { keyService } from './services/key-service.ts';
import { listen } from './gateway/listen.ts';
import { onlyOwnHost } from './gateway/own-host.ts';
import { localAlarms } from './alarms/local-alarms.ts';
import { localPages, shownPerson } from './pages/local-pages.ts';
import type { LocalDesk } from './pages/local-pages.ts';
import type { ReceivedMail } from './services/mail-service.ts';
import { mailService } from './services/mail-service.ts';
import type { MailService } from './services/mail-service.ts';
import { makeResources } from './template/make-resources.ts';
import { ownSystem } from './template/besa-templates.ts';
import type { System } from './template/besa-templates.ts';
import { queueReports } from './sources/queue-reports.ts';
import { runQueueSource } from './sources/queue-source.ts';
import { readRestApis } from './gateway/rest-apis.ts';
import { router } from './gateway/router.ts';
import { openRefreshTokens } from './sign-in/refresh-tokens.ts';
import { runSchedules } from './sources/schedules.ts';
import { seedDirectory, seededPeople } from './sign-in/seed-people.ts';
import { signInFlow } from './sign-in/sign-in-flow.ts';
import { startSession } from './sign-in/session.ts';
import { readStaffClient } from './sign-in/staff-client.ts';
import { startSecrets } from './rights/start-secrets.ts';
import { refuseSourcesWithoutRights } from './rights/source-rights.ts';
import { stepping } from './clock/stepping.ts';
import { hasPositions, runStreamSource } from './sources/stream-source.ts';
import { unitMeter } from './engines/unit-meter.ts';
import type { UnitsByFunction } from './engines/unit-meter.ts';
import { NotEmulated, nameInArn, readTemplates } from './template/template.ts';
import type { Place, Resource } from './template/template.ts';
import { warmingOrder } from './functions/warming-order.ts';

export interface BesaOptions {
  /** A folder that is made when it is not there. */
  dataDir: string;
  /** 0 or absent: any free one. */
  port?: number;
  /** What time it is in a folder where no Besa ran yet, as an instant; now when absent. */
  startsAt?: string;
  /** Starts only where nothing was reported yet. Throws `CannotStart` otherwise. */
  isNew?: boolean;
  /** Says nothing on the terminal; refusals and log lines are still kept. */
  quiet?: boolean;
  /** Functions' log lines go to the terminal instead of the data folder. */
  showLogs?: boolean;
  /**
   * Whether functions that nobody waits for run at low priority; true when absent. Where a clock is stepped nobody waits
   * for an answer, and everything else on a busy machine would go before them.
   */
  givesWay?: boolean;
  /** A folder for what functions compiled, which several may share; one in the data folder when absent. */
  compiledIn?: string;
  /** What to run; the stage `local` of this checkout when absent. */
  system?: (place: Omit<Place, 'queueUrl'> & { url: string }, dataDir: string) => Promise<System>;
  /** Is told of each question whether a function's role allows something, and of the answer. */
  onCheck?: ProxyParts['onCheck'];
}

export interface RunningBesa extends Pick<LocalDesk, 'alarms' | 'queues' | 'staff' | 'signIn'> {
  url: string;
  dataDir: string;
  /** The client for which people sign in, as the template's functions know it. */
  signInClientId: string;
  /** Where the database itself answers, without any checks. */
  databaseEndpoint: string;
  /** File of all log lines of functions. */
  logFile: string;
  /** What it read from the templates. */
  resources: readonly Resource[];
  inbox: () => ReceivedMail[];
  clock: { now(): string; advance(byMs: number): Promise<void> };
  /** Resolves when nothing runs and nothing waits that could run. */
  quiet: () => Promise<void>;
  /** Calls that a role did not allow, since the start. */
  refusals: () => readonly Refusal[];
  faults: Faults;
  /** Lets mails to a domain, or all mails, bounce until an instant (`MailService.bounceUntil`). */
  bounceUntil: MailService['bounceUntil'];
  /** Invokes a function by its title, such as `sweeper`. */
  invoke: (title: string, event: unknown) => Promise<unknown>;
  /** What a function reads from its environment. With it, its bundle can run somewhere else against this Besa. */
  environmentOf: (title: string) => NodeJS.ProcessEnv;
  /** Counts units of the database until stopped. */
  meterUnits: () => { stop: () => UnitsByFunction };
  /** Calls of functions to the database that were answered, since the start. */
  databaseCalls: () => number;
  /** Puts a message on the queue that feeds a function, instead of the service that normally does. */
  putMessage: (title: string, body: string) => Promise<void>;
  /** Ends a function's process at once. */
  crash: (title: string) => void;
  /** Ends the engines at once; they are started again. */
  crashEngines: () => void;
  stop: () => Promise<void>;
  /** Ends everything at once, as `kill -9` would: nothing is finished and nothing more is written. */
  kill: () => void;
}

const place = { region: 'eu-south-1', accountId: '000000000000' };

/**
 * Runs Besa on this machine: the templates, engines for the database and the queues, and small services for the rest.
 * Resolves when it can take a request. Throws `CannotStart` with one line for a person, or `NotEmulated`.
 */
export async function startBesa(options: BesaOptions): Promise<RunningBesa> {
  const say = options.quiet === true ? () => undefined : (line: string) => process.stderr.write(`${line}\n`);
  const folder = openDataFolder(options.dataDir);
  const undo: (() => unknown)[] = [() => folder.close()];
  try {
    return await startOn(folder, options, say, undo);
  } catch (error) {
    for (const step of undo.toReversed()) await step();
    throw error;
  }
}

async function startOn(
  folder: ReturnType<typeof openDataFolder>,
  options: BesaOptions,
  say: (line: string) => void,
  undo: (() => unknown)[],
): Promise<RunningBesa> {
  if (options.isNew === true && hasPositions(folder)) {
    throw new CannotStart(`There are cases in ${folder.path} already. Name an empty folder with --data.`);
  }
  const clock = openClock(folder, options.startsAt === undefined ? undefined : Date.parse(options.startsAt));
  const publicServer = createServer({ keepAliveTimeout: 65_000 });
  const proxyServer = createServer();
  const close = (server: Server) => async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  // The port is taken first, so that a port in use is reported at once. A request that comes too early waits for Besa.
  const ready = Promise.withResolvers<RequestListener>();
  publicServer.on('request', (request, response) => {
    void ready.promise.then((serve) => serve(request, response));
  });
  const port = await listen(publicServer, options.port ?? 0);
  const secrets = startSecrets();
  undo.push(close(publicServer));
  const url = `http://127.0.0.1:${port}`;
  const proxyUrl = `http://127.0.0.1:${await listen(proxyServer, 0)}`;
  undo.push(close(proxyServer));

  const queueUrl = (name: string): string => `${proxyUrl}/${place.accountId}/${name}`;
  const starting = startEngines({
    dataDir: folder.path,
    clockOffsetMs: clock.offsetMs(),
    databaseEndpoint: process.env['DYNAMODB_ENDPOINT'],
    secret: secrets.ofEngine,
    say,
  });
  undo.push(async () => (await starting.catch(() => undefined))?.kill());
  const [engines, system] = await Promise.all([
    starting,
    (options.system ?? ownSystem)({ ...place, url }, folder.path),
  ]);

  const resources = readTemplates(system.templates, { ...place, queueUrl });
  const blueprint = readBlueprint(resources, (logicalId) => {
    const bundle = system.functions[logicalId];
    if (bundle === undefined) throw new NotEmulated(`the function ${logicalId}, which has no bundle`);
    return bundle;
  });
  const apis = readRestApis(resources);
  const answering = new Set(apis.flatMap(({ routes }) => routes.map(({ functionArn }) => functionArn)));
  const isAwaited = ({ arn }: { arn: string }): boolean => answering.has(arn);
  refuseSourcesWithoutRights(blueprint);

  const database = engineClient(engines.database, place.region, 'dynamodb');
  const sqs = engineClient(engines.queues, place.region, 'sqs');
  await makeResources(blueprint, { database, sqs });

  const now = (): Date => new Date(clock.now());
  const poolName = resources.find(({ type }) => type === 'AWS::Cognito::UserPool')?.name ?? 'nobody';
  const client = readStaffClient(resources);
  const issuer = await openIssuer(folder, { poolName, client }, now);
  const putOnQueue = async (queueArn: string, body: string): Promise<void> => {
    await sqs('AmazonSQS.SendMessage', { QueueUrl: queueUrl(nameInArn(queueArn)), MessageBody: body });
  };
  const mails = mailService(
    { identities: blueprint.mailIdentities, configurationSets: blueprint.configurationSets },
    folder,
    now,
    eventBus(resources, { ...place, now, send: putOnQueue }),
  );
  const injected = faults();
  const meter = unitMeter();
  const logFile = join(folder.path, 'functions.log');
  const order = courtesy();
  const alarms = localAlarms(resources, {
    logFile: options.showLogs === true ? undefined : logFile,
    queues: () => engines.queueCounts(),
    now: clock.now,
  });
  const functions = functionProcesses(blueprint.functions, {
    proxyUrl,
    region: place.region,
    secrets,
    clockOffsetMs: clock.offsetMs,
    logFile,
    showLogs: options.showLogs === true,
    cacheFolder: options.compiledIn ?? join(folder.path, 'compiled'),
    isAwaited,
    givesWay: options.givesWay ?? true,
    failed: alarms.failed,
    courtesy: order,
  });
  undo.push(() => functions.kill());
  const proxy = startAwsProxy(proxyServer, proxyUrl, {
    account: { ...place, tables: new Map(blueprint.tables.map((table) => [table.name, table])) },
    functions: blueprint.functions,
    database: engines.database,
    queues: engines.queues,
    secrets,
    keys: keyService(blueprint.keys, folder),
    mails,
    mailIdentities: blueprint.mailIdentities,
    faults: injected,
    meter,
    isAwaited,
    crash: functions.crash,
    onDatabaseWrite: () => {
      for (const stream of streams) stream.nudge();
    },
    onCheck: options.onCheck,
    say,
  });

  const directoryTable = blueprint.functions.map(({ environment }) => environment['DIRECTORY_TABLE']).find(Boolean);
  const hasAccount = accounts(database, directoryTable);
  const seeding = directoryTable === undefined ? Promise.resolve() : seedDirectory(database, directoryTable);
  const [first, ...rest] = warmingOrder(blueprint, apis);
  await Promise.all([seeding, functions.warm(first === undefined ? [] : [first])]);

  const queuePlan = (arn: string) => {
    const plan = blueprint.queues.find((queue) => queue.arn === arn);
    if (plan === undefined) throw new NotEmulated(`an event source on ${arn}, which is not in the template`);
    return plan;
  };
  const queues = blueprint.queueSources.map((source) => {
    const plan = queuePlan(source.queueArn);
    return runQueueSource(source, plan, {
      functions,
      courtesy: order,
      sqs,
      queueUrl: queueUrl(plan.name),
      region: place.region,
      say,
    });
  });
  const streams = await Promise.all(
    blueprint.streamSources.map((source) =>
      runStreamSource(source, {
        functions,
        database,
        giveUp: (queueArn, message) => putOnQueue(queueArn, JSON.stringify(message)),
        folder,
        region: place.region,
        writes: () => proxy.writes.to(source.tableName),
        say,
      }),
    ),
  );
  const titleOf = (arn: string): string => blueprint.functions.find((plan) => plan.arn === arn)?.title ?? '';
  const schedules = runSchedules(blueprint.schedules, { functions, titleOf, writes: proxy.writes, now: clock.now });
  const retentionSeconds = Object.fromEntries(blueprint.queues.map((queue) => [queue.name, queue.retentionSeconds]));
  const steps = stepping({
    clock,
    engines,
    functions,
    schedules,
    queues,
    streams,
    invocations: functions.begun,
    retentionSeconds,
  });
  const everyMinute = setInterval(() => {
    void engines.expire(retentionSeconds);
    // While the engines start again there is nothing to look at. The next minute looks again.
    alarms.look().catch(() => undefined);
  }, 60_000);

  const scopes = [...new Set(apis.flatMap(({ routes }) => routes.flatMap((route) => route.scopes ?? [])))];
  const desk: LocalDesk = {
    inbox: mails.inbox,
    bounceUntil: mails.bounceUntil,
    queues: async () => queueReports(blueprint, await engines.queueCounts(), titleOf),
    deadLetters: deadLetters(blueprint, { sqs, queueUrl, titleOf }),
    alarms: alarms.said,
    now: () => now().toISOString(),
    advance: (byMs) => steps.advance(byMs).then(alarms.look),
    staff: () => seededPeople.map(shownPerson),
    signIn: async (user) => ((await hasAccount(user)) ? issuer.sign(startSession(user, scopes, now())) : undefined),
  };
  const toGateway = gateway(apis, { functions, issuer, now, accountId: place.accountId });
  const refreshTokens = openRefreshTokens(folder, client, now);
  const toSignIn = signInFlow({ client, issuer, refreshTokens, hasAccount, people: desk.staff, now });
  ready.resolve(onlyOwnHost(port, router(toGateway, localPages(desk), toSignIn)));

  schedules.start();
  const warming = functions.warm(rest).then(() => schedules.runDue());

  const stop = async (): Promise<void> => {
    clearInterval(everyMinute);
    schedules.stop();
    await close(publicServer)();
    await Promise.all([...queues.map((source) => source.stop()), ...streams.map((source) => source.stop())]);
    await functions.stop();
    await warming;
    await close(proxyServer)();
    await engines.stop();
    closeEngineConnections();
    folder.close();
  };
  let stopping: Promise<void> | undefined;
  return {
    url,
    dataDir: folder.path,
    signInClientId: client.id,
    databaseEndpoint: engines.database.url,
    logFile,
    resources,
    inbox: desk.inbox,
    queues: desk.queues,
    alarms: desk.alarms,
    staff: desk.staff,
    signIn: desk.signIn,
    clock: { now: desk.now, advance: desk.advance },
    quiet: steps.quiet,
    refusals: () => proxy.refusals,
    faults: injected,
    bounceUntil: mails.bounceUntil,
    invoke: async (title, event) => {
      const plan = blueprint.functions.find((one) => one.title === title);
      const outcome = await functions.invoke(plan?.arn ?? title, event);
      if (!outcome.ok) throw new Error(`${title} failed: ${outcome.errorName}`);
      return outcome.value;
    },
    environmentOf: (title) => {
      const plan = blueprint.functions.find((one) => one.title === title);
      if (plan === undefined) throw new Error(`There is no function ${title}.`);
      return environmentOf(plan, { proxyUrl, region: place.region, secrets });
    },
    meterUnits: () => {
      meter.start();
      return { stop: meter.stop };
    },
    databaseCalls: proxy.databaseCalls,
    putMessage: async (title, body) => {
      const source = blueprint.queueSources.find(({ functionArn }) => titleOf(functionArn) === title);
      if (source === undefined) throw new Error(`No queue feeds ${title}.`);
      await sqs('AmazonSQS.SendMessage', { QueueUrl: queueUrl(queuePlan(source.queueArn).name), MessageBody: body });
    },
    crash: (title) => functions.crash(blueprint.functions.find((plan) => plan.title === title)?.name ?? title),
    crashEngines: engines.crash,
    stop: () => (stopping ??= stop()),
    kill: () => {
      clearInterval(everyMinute);
      schedules.stop();
      functions.kill();
      engines.kill();
      publicServer.close();
      publicServer.closeAllConnections();
      proxyServer.close();
      proxyServer.closeAllConnections();
      for (const source of [...queues, ...streams]) void source.stop();
      folder.close();
    },
  };
}
