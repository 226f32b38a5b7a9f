import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, say } from '#infra/operations/run-command.ts';
import { stageNames } from '#infra/stage-names.ts';
import { cdkHome, folder, pythonProgram, run } from './emulator.ts';

/** Has AWS's cfn-lint read the templates of all stages (`npm run lint:templates`). Ends with 1 when it finds an error. */
await runCommand(async () => {
  const lint = await pythonProgram('cfn-lint');
  // Templates are made for no account. The emulator may have said which one these keys are of.
  rmSync(cdkHome, { recursive: true, force: true });
  for (const stage of stageNames) {
    const assembly = join(folder, 'templates', stage);
    rmSync(assembly, { recursive: true, force: true });
    await run('cdk', ['synth', '--quiet', '-c', `stage=${stage}`, '--output', assembly], { log: `synth-${stage}.log` });
    const templates = join(assembly, '*.template.json');
    await run(lint, ['--non-zero-exit-code', 'error', templates], { log: `cfn-lint-${stage}.log` });
    say(`${stage}: no error (warnings: ${join(folder, `cfn-lint-${stage}.log`)})`);
  }
});
