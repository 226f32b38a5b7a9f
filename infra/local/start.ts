import { parseArgs } from 'node:util';
import { startBesa } from './besa.ts';
import type { RunningBesa } from './besa.ts';
import { CannotStart } from './cannot-start.ts';
import type { Sample } from './sample/file-sample.ts';
import { NotEmulated } from './template/template.ts';
import { welcome } from './welcome.ts';

/* `npm start -- --port N --data DIR`: Besa on this machine, until it is interrupted. */

const startedAt = performance.now();
const usage = 'Usage: npm start -- --port 3000 --data .besa [--sample] [--logs]';
const help = `${usage}

  --port 3000    where it answers on this machine; 0 takes any port that is free
  --data .besa   the folder in which everything is kept; it may be one that npm run demo -- --keep FOLDER left
  --sample       files invented cases in every state, so that there is something to see; only where no case is yet
  --logs         log lines of functions on the terminal
  --help         this`;

interface Arguments {
  port: number;
  dataDir: string;
  isSample: boolean;
  showLogs: boolean;
  isHelp: boolean;
}

function readArguments(): Arguments {
  const options = {
    port: { type: 'string', default: '3000' },
    data: { type: 'string', default: '.besa' },
    sample: { type: 'boolean', default: false },
    logs: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { values } = parseArgs({ options });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is no port`);
    return { port, dataDir: values.data, isSample: values.sample, showLogs: values.logs, isHelp: values.help };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`${why}. ${usage}`);
  }
}

/**
 * Files the sample. The clock of a new folder begins so much earlier that it is right when all is filed. Nothing gives
 * way, because the clock is stepped (docs/decisions/138).
 */
async function startWithSample(options: Pick<Arguments, 'port' | 'dataDir' | 'showLogs'>) {
  const { fileSample, sampleLivesMs } = await import('./sample/file-sample.ts');
  const startsAt = new Date(Date.now() - sampleLivesMs).toISOString();
  const besa = await startBesa({ ...options, startsAt, isNew: true, givesWay: false });
  try {
    return { besa, sample: await fileSample(besa) };
  } catch (error) {
    await besa.stop();
    throw error;
  }
}

async function start({ isSample, ...options }: Arguments): Promise<{ besa: RunningBesa; sample?: Sample }> {
  return isSample ? startWithSample(options) : { besa: await startBesa(options) };
}

try {
  const asked = readArguments();
  if (asked.isHelp) {
    console.log(help);
    process.exit(0);
  }
  const { besa, sample } = await start(asked);
  let isStopping = false;
  const stop = (): void => {
    // A second interrupt is meant: everything ends at once.
    if (isStopping) besa.kill();
    isStopping = true;
    void besa.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  console.log(welcome(besa, (performance.now() - startedAt) / 1000, sample));
} catch (error) {
  if (!(error instanceof CannotStart) && !(error instanceof NotEmulated)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
