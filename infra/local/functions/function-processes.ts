import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { accessKeyOf } from '../services/aws-proxy.ts';
import type { StartSecrets } from '../rights/start-secrets.ts';
import type { FunctionPlan } from '../template/blueprint.ts';
import type { Courtesy } from '../services/yield-to-requests.ts';
import type { Invocation, InvocationAnswer } from './function-host.ts';

export type Outcome = { ok: true; value: unknown } | { ok: false; errorName: string };

export interface Functions {
  /** Never rejects: a function that fails, dies or takes too long is an outcome. */
  invoke: (arn: string, event: unknown) => Promise<Outcome>;
  /** Invocations that run or wait. */
  running: () => number;
  /** How many were begun so far. */
  begun: () => number;
  /** Starts processes before their first invocation, one after the other, in this order. */
  warm: (titles: readonly string[]) => Promise<void>;
  /** Ends a function's process at once, together with everything it was doing. */
  crash: (functionName: string) => void;
  stop: () => Promise<void>;
  kill: () => void;
}

const hostFile = fileURLToPath(new URL('function-host.ts', import.meta.url));
/**
 * How many invocations one process works on at the same time. Lambda gives each a process of its own; here memory is
 * shared.
 */
const sideBySide = 64;

interface Running {
  process: ChildProcess;
  loaded: Promise<boolean>;
  pending: Map<number, (outcome: Outcome) => void>;
  /** Takes no more invocations, and ends with its last one. */
  isRetiring: boolean;
}

/** What Lambda would give a function. Of this machine's own environment only PATH reaches it. */
export function environmentOf(
  plan: FunctionPlan,
  at: { proxyUrl: string; region: string; secrets: Pick<StartSecrets, 'ofFunction'> },
): NodeJS.ProcessEnv {
  return {
    ...plan.environment,
    PATH: process.env['PATH'],
    TZ: ':UTC',
    AWS_REGION: at.region,
    AWS_DEFAULT_REGION: at.region,
    AWS_ENDPOINT_URL: at.proxyUrl,
    AWS_ACCESS_KEY_ID: accessKeyOf(plan.name),
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: at.secrets.ofFunction(plan.name),
    AWS_LAMBDA_FUNCTION_NAME: plan.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(plan.memoryMegabytes),
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    LAMBDA_TASK_ROOT: plan.folder,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  };
}

/**
 * On few cores, a function that nobody waits for lets the others go first. On AWS each function has a machine of its
 * own.
 */
function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // Where the system does not allow it, answers under load are only slower.
  }
}

export function functionProcesses(
  plans: readonly FunctionPlan[],
  options: {
    proxyUrl: string;
    region: string;
    secrets: Pick<StartSecrets, 'ofFunction'>;
    clockOffsetMs: () => number;
    logFile: string;
    /** Functions' own log lines go to the terminal, instead of the log file. */
    showLogs: boolean;
    cacheFolder: string;
    /** Whether somebody waits for the answer of this function. */
    isAwaited: (plan: FunctionPlan) => boolean;
    /** Whether the others run at low priority. */
    givesWay: boolean;
    /** Is called for each invocation that failed, with the function's physical name. */
    failed: (functionName: string) => void;
    courtesy: Courtesy;
  },
): Functions {
  const byArn = new Map(plans.map((plan) => [plan.arn, plan]));
  const running = new Map<string, Running>();
  const waiting = new Map<string, (() => void)[]>();
  const log = options.showLogs ? 'inherit' : openSync(options.logFile, 'a', 0o600);
  let isStopping = false;
  let underWay = 0;
  let nextId = 1;
  let begun = 0;

  const start = (plan: FunctionPlan): Running => {
    const child = fork(hostFile, [plan.folder, plan.handler], {
      stdio: ['ignore', log, log, 'ipc'],
      // A call leaves much garbage behind. With more room for it, less time goes into collecting.
      execArgv: ['--disable-warning=ExperimentalWarning', '--min-semi-space-size=16'],
      env: {
        ...environmentOf(plan, options),
        NODE_COMPILE_CACHE: options.cacheFolder,
        BESA_CLOCK_OFFSET_MS: String(options.clockOffsetMs()),
        BESA_FUNCTION_ARN: plan.arn,
      },
    });
    if (options.givesWay && !options.isAwaited(plan)) giveWay(child.pid);
    const pending = new Map<number, (outcome: Outcome) => void>();
    let setLoaded: (isLoaded: boolean) => void = () => undefined;
    const one: Running = {
      process: child,
      loaded: new Promise((resolve) => {
        setLoaded = resolve;
      }),
      pending,
      isRetiring: false,
    };
    child.on('message', (answer: InvocationAnswer) => {
      if ('loaded' in answer) return setLoaded(true);
      const settle = pending.get(answer.id);
      return settle?.(
        'value' in answer ? { ok: true, value: answer.value } : { ok: false, errorName: answer.errorName },
      );
    });
    child.on('error', () => undefined);
    child.once('exit', () => {
      setLoaded(false);
      if (running.get(plan.name) === one) running.delete(plan.name);
      for (const settle of pending.values()) settle({ ok: false, errorName: 'Runtime.ExitError' });
    });
    running.set(plan.name, one);
    return one;
  };

  const processOf = (plan: FunctionPlan): Running => {
    const one = running.get(plan.name);
    return one === undefined || one.isRetiring ? start(plan) : one;
  };

  const retire = (one: Running): void => {
    one.isRetiring = true;
    if (one.pending.size === 0) one.process.kill('SIGKILL');
  };

  const run = (plan: FunctionPlan, event: unknown): Promise<Outcome> =>
    new Promise((resolve) => {
      const one = processOf(plan);
      const id = nextId;
      nextId += 1;
      const settle = (outcome: Outcome): void => {
        clearTimeout(timer);
        if (!one.pending.delete(id)) return;
        if (one.isRetiring && one.pending.size === 0) one.process.kill('SIGKILL');
        resolve(outcome);
      };
      const timer = setTimeout(() => {
        settle({ ok: false, errorName: 'Sandbox.Timedout' });
        // Lambda ends the environment of an invocation that took too long. Here, other invocations of the process may
        // finish.
        retire(one);
      }, plan.timeoutMs);
      one.pending.set(id, settle);
      const invocation: Invocation = { id, event, clockOffsetMs: options.clockOffsetMs(), deadlineMs: plan.timeoutMs };
      one.process.send(invocation, (error) => {
        if (error !== null) settle({ ok: false, errorName: 'Runtime.ExitError' });
      });
    });

  const slot = async (plan: FunctionPlan): Promise<void> => {
    const one = running.get(plan.name);
    if (one === undefined || one.isRetiring || one.pending.size < sideBySide) return;
    await new Promise<void>((resolve) => {
      const queue = waiting.get(plan.name) ?? [];
      queue.push(resolve);
      waiting.set(plan.name, queue);
    });
  };

  return {
    invoke: async (arn, event) => {
      const plan = byArn.get(arn);
      if (plan === undefined || isStopping) return { ok: false, errorName: 'ResourceNotFoundException' };
      underWay += 1;
      begun += 1;
      try {
        const work = async (): Promise<Outcome> => {
          await slot(plan);
          if (isStopping) return { ok: false, errorName: 'Runtime.ExitError' };
          const outcome = await run(plan, event);
          if (!outcome.ok && !isStopping) options.failed(plan.name);
          return outcome;
        };
        if (options.isAwaited(plan)) return await options.courtesy.ahead(work);
        await options.courtesy.letAhead();
        return await work();
      } finally {
        underWay -= 1;
        waiting.get(plan.name)?.shift()?.();
      }
    },
    running: () => underWay,
    begun: () => begun,
    warm: async (titles) => {
      for (const title of titles) {
        const plan = plans.find((one) => one.title === title);
        if (plan === undefined || isStopping) continue;
        await processOf(plan).loaded;
      }
    },
    crash: (functionName) => running.get(functionName)?.process.kill('SIGKILL'),
    stop: async () => {
      isStopping = true;
      const all = [...running.values()];
      const ended = all.map(({ process: child }) => new Promise((resolve) => child.once('exit', resolve)));
      for (const { process: child } of all) child.kill('SIGKILL');
      await Promise.all(ended);
    },
    kill: () => {
      isStopping = true;
      for (const { process: child } of running.values()) child.kill('SIGKILL');
    },
  };
}
