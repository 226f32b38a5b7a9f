import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { runCommand, say } from '#infra/operations/run-command.ts';
import { account, credentials, folder, region, run, startEmulator } from './emulator.ts';
import type { Emulator } from './emulator.ts';
import { gapsThatAreGone } from './ask-again.ts';
import { leaveOutGaps } from './leave-out.ts';
import { liveThere } from './live-there.ts';
import { lookThere } from './preflight/look-there.ts';
import { eachWrongInTurn } from './preflight/wrong-in-turn.ts';

const stage = 'dev';

/** Deploys stage `dev` to MiniStack, by the commands of docs/deploy.md, and lives there a little (`npm run deploy:emulator`). */
await runCommand(async () => {
  if (process.argv.length > 2) throw new Error(`The emulator takes the stage ${stage}, and nothing else can be said.`);
  const emulator = await startEmulator();
  try {
    const { env, url } = emulator;
    const cloudformation = new CloudFormationClient({ region, endpoint: url, credentials });
    looks(emulator, 'an account without bootstrap', 'bootstrap');
    await timed('the account is ready (cdk bootstrap)', () =>
      run('cdk', ['bootstrap', `aws://${account}/${region}`], { env, log: 'bootstrap.log' }),
    );
    looks(emulator, 'a bootstrapped account');
    const assembly = join(folder, 'assembly');
    rmSync(assembly, { recursive: true, force: true });
    await timed('templates are made (cdk synth)', () =>
      run('cdk', ['synth', '--quiet', '-c', `stage=${stage}`, '--output', assembly], { env, log: 'synth.log' }),
    );
    const { leftOut, resources } = leaveOutGaps(assembly);
    const how = ['-c', `stage=${stage}`, '--app', assembly, '--require-approval', 'never', '--progress', 'events'];
    await timed(`${resources} resources are deployed (npm run deploy)`, () =>
      run('node', ['infra/deploying/deploy.ts', ...how], { env, log: 'deploy.log' }),
    );
    looks(emulator, 'a stage that stands');
    await timed('each thing was made wrong in turn', () => eachWrongInTurn(emulator));
    await liveThere(emulator, cloudformation);
    say('Known gaps of the emulator (test/emulator/gaps.ts):');
    const gone = await gapsThatAreGone(cloudformation, leftOut);
    for (const gap of new Set(leftOut.map((one) => one.gap))) {
      say(`  ${gap.what}, ${leftOut.filter((one) => one.gap === gap).length} left out. ${gap.why}`);
    }
    for (const { what } of gone)
      say(`  ${what}: the emulator takes it now, or nothing needs it. Take it off the list.`);
  } finally {
    await emulator.stop();
  }
});

/** Looks with `npm run preflight`. Throws unless these things alone must be mended. */
function looks({ env }: Emulator, at: string, ...missing: string[]): void {
  const { code, said, mend } = lookThere(env, { stage });
  if (mend.map(({ what }) => what).join() !== missing.join())
    throw new Error(`Preflight of ${at} ended with ${code}:\n${said}`);
  say(`          preflight of ${at} ends with ${code}, as it should`);
}

async function timed(what: string, does: () => Promise<void>): Promise<void> {
  const from = performance.now();
  await does();
  say(`${((performance.now() - from) / 1000).toFixed(1).padStart(6)} s  ${what}`);
}
