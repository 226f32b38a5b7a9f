import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { accessChecks } from '../rights/access-checks.ts';
import type { AccessCheck } from '../rights/policies.ts';
import type { Account } from '../rights/access-checks.ts';
import type { FunctionPlan } from '../template/blueprint.ts';
import { postToEngine } from '../engines/engine-call.ts';
import type { EngineAt } from '../engines/engine-call.ts';
import { onlyOwnHost } from '../gateway/own-host.ts';
import type { StartSecrets } from '../rights/start-secrets.ts';
import type { AwsCall, Fault, Faults } from './faults.ts';
import type { KeyService } from './key-service.ts';
import type { MailService } from './mail-service.ts';
import { errorAnswer, jsonAnswer } from './service-answer.ts';
import type { Service, ServiceAnswer } from './service-answer.ts';
import { transactionTokens } from '../engines/transaction-tokens.ts';
import { turns } from './database-turns.ts';
import type { UnitMeter } from '../engines/unit-meter.ts';
import { isWrite, writeCount } from '../engines/database-writes.ts';
import type { WriteCount } from '../engines/database-writes.ts';

/** A call that its function's role does not allow. */
export interface Refusal {
  function: string;
  action: string;
  resource: string;
}

export interface AwsProxy {
  url: string;
  refusals: Refusal[];
  /** Which calls changed the database so far. */
  writes: WriteCount;
  /** Calls to the database that were answered so far. */
  databaseCalls: () => number;
  close: () => Promise<void>;
}

export interface ProxyParts {
  account: Account;
  functions: readonly FunctionPlan[];
  database: EngineAt;
  queues: EngineAt;
  secrets: Pick<StartSecrets, 'isOfFunction'>;
  keys: KeyService;
  mails: MailService;
  mailIdentities: readonly string[];
  faults: Faults;
  meter: UnitMeter;
  /** Whether somebody waits for the answer of this function. */
  isAwaited: (plan: FunctionPlan) => boolean;
  /** Ends a function's process at once. */
  crash: (functionName: string) => void;
  /** Is called after a write to the database took effect. */
  onDatabaseWrite: () => void;
  /** Is told of each question whether a role allows something, and of the answer. */
  onCheck?: ((check: AccessCheck & { role: string; isAllowed: boolean }) => void) | undefined;
  say: (line: string) => void;
}

/** What functions use as their access key. It only names them: that they are it, they show by their secret. */
export function accessKeyOf(functionName: string): string {
  return `LOCAL-${functionName}`;
}

/** More calls would only wait inside the engine, where no call can go ahead of another. */
const databaseCallsAtOnce = 3;

type Parsed = Readonly<Record<string, unknown>>;

/**
 * The one address for all AWS calls of functions. Whoever calls must name this address and show the secret of the
 * function it says it is. Each call is checked against the role of its function, as IAM would
 * do. Only then an engine or one of the services here sees it. The server listens already: functions and queue URLs
 * need its address before there is anything to answer with.
 */
export function startAwsProxy(server: Server, url: string, parts: ProxyParts): AwsProxy {
  const functions = new Map(parts.functions.map((plan) => [accessKeyOf(plan.name), plan]));
  const refusals: Refusal[] = [];
  const database = turns(databaseCallsAtOnce);
  const writes = writeCount();
  const tokens = transactionTokens();
  let databaseCalls = 0;

  const refuse = (plan: FunctionPlan, service: Service, action: string, resource: string): ServiceAnswer => {
    refusals.push({ function: plan.title, action, resource });
    parts.say(`REFUSED: ${plan.title} may not ${action} on ${resource}`);
    const message = `User: ${plan.principal.roleArn} is not authorized to perform: ${action} on resource: ${resource} because no policy allows the ${action} action`;
    if (service === 'ses') return errorAnswer(service, 'AccessDenied', message, { status: 403 });
    return errorAnswer(service, 'AccessDeniedException', message, { status: service === 'sqs' ? 403 : 400 });
  };

  const forward = async (engine: EngineAt, request: IncomingMessage, body: string): Promise<ServiceAnswer> => {
    const headers: Record<string, string> = {};
    for (const name of ['authorization', 'content-type', 'x-amz-date', 'x-amz-target']) {
      const value = request.headers[name];
      if (typeof value === 'string') headers[name] = value;
    }
    const answer = await postToEngine(engine, headers, body);
    const passed = ['x-amz-crc32', 'x-amzn-requestid', 'x-amzn-query-error'].flatMap((name) => {
      const value = answer.headers[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    return {
      status: answer.status,
      contentType: String(answer.headers['content-type'] ?? 'application/x-amz-json-1.0'),
      headers: Object.fromEntries(passed),
      body: answer.body.toString(),
    };
  };

  const perform = async (
    call: AwsCall,
    plan: FunctionPlan,
    request: IncomingMessage,
    raw: string,
  ): Promise<ServiceAnswer> => {
    if (call.service === 'kms') return parts.keys.answer(call.action, call.body);
    if (call.service === 'ses') return parts.mails.answer(call.action, new URLSearchParams(raw));
    if (call.service === 'sqs') return forward(parts.queues, request, raw);
    const { ClientRequestToken: token, ...body } = call.body;
    const isMetered = parts.meter.isRunning();
    const metered = isMetered ? { ReturnConsumedCapacity: 'TOTAL' } : {};
    const asked = isMetered || token !== undefined ? JSON.stringify({ ...body, ...metered }) : raw;
    const ask = (): Promise<ServiceAnswer> =>
      database.take(parts.isAwaited(plan), () => forward(parts.database, request, asked));
    const given = await (typeof token === 'string' ? tokens.once(token, ask) : ask());
    if (isMetered && given.status === 200) parts.meter.add(plan.title, call.action, given.body);
    return given;
  };

  /** The answer. Undefined when the connection is broken instead. */
  const answer = async (request: IncomingMessage, raw: string): Promise<ServiceAnswer | undefined> => {
    const credential = /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\//u.exec(request.headers.authorization ?? '');
    const plan = functions.get(credential?.[1] ?? '');
    const service = serviceNamed(credential?.[2]);
    if (service === undefined)
      return errorAnswer('dynamodb', 'UnrecognizedClientException', 'There is no such service here.');
    const shown = request.headers['x-amz-security-token'];
    if (plan === undefined || !parts.secrets.isOfFunction(plan.name, shown?.toString())) {
      const message = 'The credentials are not valid.';
      return errorAnswer(service, 'UnrecognizedClientException', message, { status: 403 });
    }
    const { action, body } = readCall(service, request, raw, parts.keys);
    for (const { action: wanted, resource, context } of accessChecks(
      parts.account,
      service,
      action,
      body,
      parts.mailIdentities,
    )) {
      const isAllowed = plan.principal.may({ action: wanted, resource, context });
      parts.onCheck?.({ role: plan.principal.roleArn, action: wanted, resource, context, isAllowed });
      if (!isAllowed) return refuse(plan, service, wanted, resource);
    }
    const call: AwsCall = { function: plan.title, service, action, body };
    const fault = parts.faults.take(call);
    const early = fault && (await strikeBefore(fault, call));
    if (early !== undefined) return early === 'silence' ? undefined : early;
    const performed = await perform(call, plan, request, raw);
    if (service === 'dynamodb' && performed.status === 200) {
      databaseCalls += 1;
      writes.note(plan.title, action, body);
      if (isWrite(action)) parts.onDatabaseWrite();
    }
    if (fault?.kind === 'crash') parts.crash(plan.name);
    return fault?.kind === 'crash' || fault?.kind === 'lost_answer' ? undefined : performed;
  };

  const strikeBefore = async (fault: Fault, call: AwsCall): Promise<ServiceAnswer | 'silence' | undefined> => {
    const functionName = parts.functions.find(({ title }) => title === call.function)?.name ?? '';
    if (fault.kind === 'conflict') return conflict(call.body);
    if (fault.kind === 'partial') return partly(call.body, fault.entries);
    if (fault.kind === 'error') {
      const options = fault.status === undefined ? {} : { status: fault.status };
      return errorAnswer(call.service, fault.code, 'Injected.', options);
    }
    if (fault.kind !== 'crash' || fault.when === 'after') return undefined;
    parts.crash(functionName);
    return 'silence';
  };

  /** Refuses the first entries of a batch and takes the rest. */
  const partly = async (body: Parsed, entries: number): Promise<ServiceAnswer> => {
    const all = (body['Entries'] ?? []) as { Id: string }[];
    const refused = all
      .slice(0, entries)
      .map(({ Id }) => ({ Id, Code: 'InternalError', Message: 'Injected.', SenderFault: false }));
    const taken = all.slice(entries);
    let Successful: unknown[] = [];
    if (taken.length > 0) {
      const headers = { 'x-amz-target': 'AmazonSQS.SendMessageBatch', 'content-type': 'application/x-amz-json-1.0' };
      const sent = await postToEngine(parts.queues, headers, JSON.stringify({ ...body, Entries: taken }));
      Successful = (JSON.parse(sent.body.toString()) as { Successful?: unknown[] }).Successful ?? [];
    }
    return jsonAnswer('sqs', { Successful, Failed: refused });
  };

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      answer(request, Buffer.concat(chunks).toString()).then(
        (given) => {
          if (given === undefined) return request.socket.destroy();
          response.writeHead(given.status, {
            'content-type': given.contentType,
            'content-length': Buffer.byteLength(given.body),
            ...given.headers,
          });
          return response.end(given.body);
        },
        // An engine that cannot be reached is like a service that cannot be reached. The SDK knows what to do.
        () => request.socket.destroy(),
      );
    });
  };

  server.keepAliveTimeout = 120_000;
  server.on('request', onlyOwnHost(Number(new URL(url).port), handle));
  return {
    url,
    refusals,
    writes,
    databaseCalls: () => databaseCalls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function serviceNamed(name: string | undefined): Service | undefined {
  return (['dynamodb', 'sqs', 'kms', 'ses'] as const).find((service) => service === name);
}

function readCall(
  service: Service,
  request: IncomingMessage,
  raw: string,
  keys: KeyService,
): { action: string; body: Parsed } {
  if (service === 'ses') {
    const form = Object.fromEntries(new URLSearchParams(raw));
    return { action: form['Action'] ?? '', body: form };
  }
  const action =
    String(request.headers['x-amz-target'] ?? '')
      .split('.')
      .pop() ?? '';
  const body = JSON.parse(raw) as Parsed;
  return { action, body: service === 'kms' ? { ...body, KeyId: keys.keyOf(body) } : body };
}

function conflict(body: Parsed): ServiceAnswer {
  const items = Array.isArray(body['TransactItems']) ? body['TransactItems'] : [undefined];
  if (body['TransactItems'] === undefined) {
    return errorAnswer('dynamodb', 'TransactionConflictException', 'Transaction is ongoing for the item');
  }
  const CancellationReasons = items.map((_, index) =>
    index === 0 ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' } : { Code: 'None' },
  );
  const codes = CancellationReasons.map(({ Code }) => Code).join(', ');
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return errorAnswer('dynamodb', 'TransactionCanceledException', message, { more: { CancellationReasons } });
}
