import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { functionNames } from '#infra/bundling/build.ts';

/** Whether some test of a function opens what has a database, and on what. */
function databasesOf(name: string): string[] {
  const files = globSync(`${name}/**/*.test.ts`, { cwd: import.meta.dirname });
  const opening = /(?:startDatabase|openDesk|openCentre|openOffice|openIntake)\(([^;]*)\);/gu;
  return files
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .flatMap((text) =>
      [...text.matchAll(opening)].map(([, given = '']) => (given.includes("'engine'") ? 'engine' : 'memory')),
    );
}

it.each(functionNames().filter((name) => databasesOf(name).length > 0))(
  '%s has a file of tests that runs on the engine',
  (name) => {
    expect(databasesOf(name)).toContain('engine');
  },
);
