import { flushCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { shiftClock } from '../clock/shifted-clock.ts';

/*
 * Runs one function's bundle as Lambda's own runtime does: it takes invocations, gives them to the handler and answers.
 * It is not part of the bundle. It ends when the process that started it ends.
 */

export interface Invocation {
  id: number;
  event: unknown;
  clockOffsetMs: number;
  deadlineMs: number;
}
export type InvocationAnswer = { loaded: true } | { id: number; value: unknown } | { id: number; errorName: string };

type Handler = (event: unknown, context: object) => unknown;

const [, , folder = '', handlerName = 'index.handler'] = process.argv;
const [moduleName = 'index', exportName = 'handler'] = handlerName.split('.');

const send = (answer: InvocationAnswer): void => {
  process.send?.(answer);
};

/** Lambda writes what a handler throws to the function's log, with message and stack. Returns its name. */
function logFailure(error: unknown): string {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`${JSON.stringify({ errorType: name, errorMessage: message, stack: stack?.split('\n') })}\n`);
  return name;
}

process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined);

shiftClock(Number(process.env['BESA_CLOCK_OFFSET_MS'] ?? 0));
delete process.env['BESA_CLOCK_OFFSET_MS'];
const { [exportName]: handler } = (await import(pathToFileURL(join(folder, `${moduleName}.mjs`)).href)) as Record<
  string,
  Handler
>;
if (handler === undefined) throw new Error(`${folder} exports no ${exportName}.`);

process.on('message', ({ id, event, clockOffsetMs, deadlineMs }: Invocation) => {
  shiftClock(clockOffsetMs);
  const endsAt = performance.now() + deadlineMs;
  const context = {
    awsRequestId: `local-${process.pid}-${id}`,
    functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: '$LATEST',
    invokedFunctionArn: process.env['BESA_FUNCTION_ARN'],
    memoryLimitInMB: process.env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
    logGroupName: 'local',
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(endsAt - performance.now())),
  };
  Promise.resolve()
    .then(() => handler(event, context))
    .then(
      (value) => send({ id, value: value ?? null }),
      (error: unknown) => send({ id, errorName: logFailure(error) }),
    );
});
send({ loaded: true });
// Functions are killed, never ended, and only a process that ends keeps by itself what it compiled.
flushCompileCache();
