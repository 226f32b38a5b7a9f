import { spawn } from 'node:child_process';

/*
 * node test/checks.ts   Types, lint and format side by side, because the format alone is one process and takes as long as the
 * other two together. Says what each found. Ends with 1 when one of them found something.
 */
const checks = ['typecheck', 'lint:rules', 'lint:format'];

/** Runs a script of package.json; answers whether it passed. */
async function passes(script: string): Promise<boolean> {
  const child = spawn('npm', ['run', '--silent', script], { shell: process.platform === 'win32' });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  process.stdout.write(`${script}: ${code === 0 ? 'passed' : 'FAILED'}\n${code === 0 ? '' : out}`);
  return code === 0;
}

const passed = await Promise.all(checks.map(passes));
process.exit(passed.every((one) => one) ? 0 : 1);
