import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { BesaOptions } from '#infra/local/besa.ts';
import { ownSystem, type System } from '#infra/local/template/besa-templates.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file with the templates and bundles that every Besa of the tests runs. */
    preparedSystem: string;
  }
}

/** Stands in the prepared templates where a running Besa has its address. */
const nowhere = 'http://127.0.0.1:0';

/**
 * Bundles the functions and makes the templates once, for all files that start a Besa: each would take seconds for it,
 * and two at once would build the same bundles side by side.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'besa-system-'));
  const file = join(folder, 'system.json');
  writeFileSync(file, JSON.stringify(await ownSystem({ url: nowhere }, folder)));
  project.provide('preparedSystem', file);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** What was prepared, as it answers at the address of one Besa. */
export function preparedSystem(file: string): NonNullable<BesaOptions['system']> {
  return async ({ url }) => JSON.parse(readFileSync(file, 'utf8').replaceAll(nowhere, url)) as System;
}
