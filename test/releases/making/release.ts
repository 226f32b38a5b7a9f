import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runCommand, say } from '#infra/operations/run-command.ts';
import { makeRelease } from './make-release.ts';

/** Makes a release of what is committed: `npm run release -- 0.2.0` (test/releases/README.md). */
await runCommand(async () => {
  const [version] = process.argv.slice(2);
  if (version === undefined) throw new Error('Say which release: npm run release -- 0.2.0');
  const date = new Date().toISOString().slice(0, 10);
  makeRelease({ root: join(import.meta.dirname, '../../..'), version, date, keep: keepRelease });
  say(`${version} is made. Look at it (git diff), then:`);
  say(`  npm test && git add -A && git commit -m "Release ${version}" && git tag v${version}`);
});

function keepRelease(root: string, version: string): void {
  const { status } = spawnSync(process.execPath, ['test/releases/keep-release.ts', version], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`What ${version} writes could not be kept; nothing else was changed.`);
}
