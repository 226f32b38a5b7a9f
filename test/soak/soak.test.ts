import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { check } from '#test/sim/checks/checker.ts';
import { liveThroughKills, type Soaked } from '#test/soak/live-through-kills.ts';

const folder = mkdtempSync(join(tmpdir(), 'besa-soak-'));
let soaked: Soaked;
beforeAll(async () => {
  soaked = await liveThroughKills({ seed: 3, seconds: 12, folder });
}, 300_000);
afterAll(async () => {
  await soaked.besa.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('keeps every promise while functions, engines and the runtime are killed under people who use it', () => {
  expect(soaked.findings).toEqual([]);
  expect(soaked.lost).toBe(0);
  expect(soaked.reporters.length).toBeGreaterThan(5);
  const { function: functions, ...others } = soaked.kills;
  expect(functions).toBeGreaterThan(1);
  expect(Object.values(others).some((count) => count > 0)).toBe(true);
});

it('would have noticed: without the rows of one case, what was answered 201 is missed', async () => {
  const { evidence, reporters } = soaked;
  const lost = reporters.find(({ seen }) => seen.some((one) => one !== 'unknown' && one.status === 201));
  const answer = lost?.seen.find((one) => one !== 'unknown' && one.status === 201);
  const caseNumber = answer === undefined || answer === 'unknown' ? '' : String(answer.body['caseNumber']);
  const without: typeof evidence = {
    ...evidence,
    tables: async () => {
      const tables = new Map(await evidence.tables());
      const cases = tables.get(evidence.casesTable) ?? [];
      tables.set(
        evidence.casesTable,
        cases.filter((row) => row['caseNumber']?.S !== caseNumber),
      );
      return tables;
    },
  };
  const findings = await check(without, lost === undefined ? [] : [lost]);
  expect(findings.map(({ what }) => what)).toContain(`${caseNumber} was answered 201 and is not stored`);
});
