import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSample } from '#infra/local/sample/file-sample.ts';
import { startBesa } from '#infra/local/besa.ts';
import { readPolicies } from '#infra/local/rights/policies.ts';
import type { AccessCheck } from '#infra/local/rights/policies.ts';
import type { Resource } from '#infra/local/template/template.ts';
import { runCommand, say } from '#infra/operations/run-command.ts';
import { differences, eachOnce, ownPolicies } from '#test/support/second-opinion.ts';
import type { Answered, Statement } from '#test/support/second-opinion.ts';
import filesInMemory from '#test/support/files-in-memory.ts';
import { callsAround, crossedCalls } from './calls-around.ts';

/*
 * npm run rights
 *
 * Lives half an hour of a centre and two days after it on the local runtime, and asks a third party's engine about every
 * call of a function there. Then asks both engines about each call that a policy is for, by each role, and calls beside it.
 * Ends with 1 where they differ (docs/decisions/205-a-second-opinion-on-rights.md). `npm test` asks a part of it.
 */
await runCommand(async () => {
  if (process.argv.length > 2) throw new Error('The rights are read as a whole, and nothing else can be said.');
  const { resources, answered } = await recordLife();
  const policies = ownPolicies(resources);
  const statements = [...policies].map(([role, of]) => ({ role, own: of.flatMap((policy) => policy.Statement) }));
  const all = statements.flatMap(({ own }) => own);
  const differing = [
    ...compared(resources, 'calls of a life, each kind once', answered),
    ...compared(
      resources,
      'calls that a policy is for, by its role, and beside it',
      around(resources, statements, (own) => own.flatMap(callsAround)),
    ),
    ...compared(
      resources,
      'the same calls by every role',
      around(resources, statements, () => all.flatMap(callsAround)),
    ),
    ...compared(
      resources,
      'what a role may do, on what others may reach',
      around(resources, statements, (own) => crossedCalls(own, all)),
    ),
  ];
  for (const line of differing.slice(0, 50)) say(line);
  if (differing.length > 0) throw new Error(`Rights are read in two ways: ${differing.length} calls.`);
});

type Statements = { role: string; own: Statement[] }[];

/** A life on the local runtime, and each kind of question about rights that it asked. */
async function recordLife(): Promise<{ resources: readonly Resource[]; answered: Answered[] }> {
  const end = filesInMemory();
  const dataDir = mkdtempSync(join(tmpdir(), 'besa-rights-'));
  const { note, answered } = eachOnce();
  let calls = 0;
  const onCheck = (check: Answered): void => {
    calls += 1;
    note(check);
  };
  try {
    const besa = await startBesa({ dataDir, quiet: true, givesWay: false, onCheck });
    await fileSample(besa);
    await besa.clock.advance(49 * 60 * 60_000);
    await besa.stop();
    say(`${String(calls).padStart(8)} questions in a life`);
    return { resources: besa.resources, answered: [...answered()] };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
    end?.();
  }
}

/** Our own answers to the calls that `callsOf` makes of a role's statements. */
function* around(
  resources: readonly Resource[],
  statements: Statements,
  callsOf: (own: Statement[]) => Iterable<AccessCheck>,
): Iterable<Answered> {
  const principals = readPolicies(resources);
  for (const { role, own } of statements) {
    const principal = principals.get(role);
    if (principal === undefined) continue;
    for (const call of callsOf(own)) yield { role, ...call, isAllowed: principal.may(call) };
  }
}

/** Where the engines differ on these calls. Throws where none was allowed or none refused: that would prove nothing. */
function compared(resources: readonly Resource[], what: string, answered: Iterable<Answered>): string[] {
  const from = performance.now();
  let [allowed, refused] = [0, 0];
  function* counted(): Iterable<Answered> {
    for (const one of answered) {
      if (one.isAllowed) allowed += 1;
      else refused += 1;
      yield one;
    }
  }
  const differing = differences(resources, counted());
  const seconds = ((performance.now() - from) / 1000).toFixed(0);
  say(
    `${String(allowed + refused).padStart(8)} ${what}: ${allowed} allowed, ${refused} refused, ${differing.length} differ (${seconds} s)`,
  );
  if (allowed === 0) throw new Error('None of them was allowed, which proves nothing.');
  return differing;
}
