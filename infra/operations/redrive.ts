import { parseArgs } from 'node:util';
import { SQSClient } from '@aws-sdk/client-sqs';
import { inRegionOf } from './account-in-use.ts';
import { discardOnAws, redriveOnAws } from './redrive-on-aws.ts';
import { runCommand, say } from './run-command.ts';
import { stageOf } from '../stages.ts';
import type { Stage } from '../stages.ts';

const usage = `Say whose dead letters and where:
  npm run redrive -- triage --stage prod                       tries them again
  npm run redrive -- triage --stage prod --discard             throws them away
  npm run redrive -- triage --local http://localhost:3000      on this machine`;

/**
 * Gives dead letters another try, or throws them away: `npm run redrive -- <reactor> --stage prod` (docs/runbook.md).
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { stage: { type: 'string' }, local: { type: 'string' }, discard: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [reactor] = positionals;
  const isOnePlace = (values.stage === undefined) !== (values.local === undefined);
  if (reactor === undefined || !isOnePlace) throw new Error(usage);
  const count =
    values.local === undefined
      ? await onAws(reactor, stageOf(values.stage ?? ''), values.discard)
      : await here(reactor, values.local, values.discard);
  say(`${count} ${values.discard ? 'thrown away' : 'back in the queue'} (${reactor}).`);
}

function onAws(reactor: string, stage: Stage, discard: boolean): Promise<number> {
  const sqs = new SQSClient(inRegionOf(stage));
  const of = { reactor, stage: stage.name };
  return discard ? discardOnAws(sqs, of) : redriveOnAws(sqs, of);
}

async function here(reactor: string, url: string, discard: boolean): Promise<number> {
  const answer = await fetch(`${url.replace(/\/$/, '')}/local/redrive`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reactor, choice: discard ? 'discard' : 'redrive' }),
  }).catch(() => {
    throw new Error(`No Besa answers at ${url}. Give the address that npm start has printed.`);
  });
  const { count, detail } = (await answer.json()) as { count?: number; detail?: string };
  if (count === undefined) throw new Error(detail ?? `The answer was ${answer.status}.`);
  return count;
}

await runCommand(main);
