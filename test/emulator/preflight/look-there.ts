import { spawnSync } from 'node:child_process';
import type { StageName } from '#infra/stage-names.ts';
import { otherSettings } from './other-settings.ts';
import type { OtherSettings } from './other-settings.ts';

/** How preflight is called. */
export interface Called {
  stage?: StageName;
  settings?: OtherSettings;
  /** Variables of the terminal; undefined takes one away. */
  env?: Readonly<Record<string, string | undefined>>;
}

export interface Seen {
  code: number | null;
  /** Everything that it writes. */
  said: string;
  /** What must be mended: which check says so, and what. */
  mend: { what: string; says: string }[];
}

/** Looks with `npm run preflight`, called as somebody calls it. Throws where its last line counts otherwise than its lines. */
export function lookThere(env: NodeJS.ProcessEnv, { stage = 'dev', settings, env: other }: Called = {}): Seen {
  const preload = ['--import', '#test/emulator/preflight/other-settings.ts'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...preload, 'infra/operations/preflight.ts', '--stage', stage],
    { env: { ...env, ...other, [otherSettings]: settings && JSON.stringify(settings) }, encoding: 'utf8' },
  );
  const said = `${stdout}${stderr}`;
  const mend = stdout
    .split('\n')
    .filter((line) => line.startsWith('mend '))
    .map((line) => ({ what: line.slice(6, 21).trim(), says: line.slice(21) }));
  const last = mend.length === 0 ? '' : `${mend.length} to mend before ${stage} is deployed.\n`;
  if (stderr !== last || status !== Math.sign(mend.length)) {
    throw new Error(`Preflight ended with ${status}, and not as its lines say:\n${said}`);
  }
  return { code: status, said, mend };
}
