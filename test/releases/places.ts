import { createHash } from 'node:crypto';
import { keyService } from '#infra/local/services/key-service.ts';
import type { System } from '#test/sim/system.ts';

/** Which variable of the functions' environment names each table and key, by what a kept release calls it. */
const tableVariables = {
  AccessLog: 'ACCESS_LOG_TABLE',
  CaseEvents: 'CASE_EVENTS_TABLE',
  Cases: 'CASES_TABLE',
  Directory: 'DIRECTORY_TABLE',
  Erasures: 'ERASURES_TABLE',
  Facts: 'FACTS_TABLE',
  Keys: 'KEYS_TABLE',
} as const;
const keyVariables = ['CONTENT_KEY_ARN', 'ID_KEY_ARN', 'INDEX_KEY_ARN', 'DESK_KEY_ARN'] as const;

type Blueprint = System['blueprint'];

function valueOf({ functions }: Blueprint, variable: string): string {
  const found = functions.map(({ environment }) => environment[variable]).find((value) => value !== undefined);
  if (found === undefined) throw new Error(`No function has ${variable}.`);
  return found;
}

/** The physical name of every table. Throws for a table of which nothing would be kept. */
export function tablesOf(blueprint: Blueprint): Record<string, string> {
  const named = Object.entries(tableVariables).map(
    ([table, variable]) => [table, valueOf(blueprint, variable)] as const,
  );
  const forgotten = blueprint.tables.filter(({ name }) => !named.some(([, known]) => known === name));
  if (forgotten.length > 0) throw new Error(`places.ts does not know ${forgotten.map(({ name }) => name).join(', ')}.`);
  return Object.fromEntries(named);
}

/** The name of each KMS key, by the variable that functions find it by. */
export function keyNamesOf(blueprint: Blueprint): Record<string, string> {
  return Object.fromEntries(
    keyVariables.map((variable) => {
      const arn = valueOf(blueprint, variable);
      return [variable, blueprint.keys.find((key) => key.arn === arn)?.name ?? ''];
    }),
  );
}

export type KeptKeys = Record<string, { name: string; secret: string }>;

/** Secrets of the invented keys of a release: the same whenever it is kept. */
export function inventedKeys(blueprint: Blueprint): KeptKeys {
  return Object.fromEntries(
    Object.entries(keyNamesOf(blueprint)).map(([variable, name]) => {
      const secret = createHash('sha256').update(`an invented secret of ${variable}`).digest('base64');
      return [variable, { name, secret }];
    }),
  );
}

/** A system whose KMS has these keys. What a key sealed says its name: it keeps the one it had, whatever it is called today. */
export function withKeys(system: System, kept: KeptKeys): System {
  const today = keyNamesOf(system.blueprint);
  const keptOf = (name: string) => Object.entries(kept).find(([variable]) => today[variable] === name)?.[1];
  const plans = system.blueprint.keys.map((plan) => ({ ...plan, name: keptOf(plan.name)?.name ?? plan.name }));
  const secrets = Object.fromEntries(Object.values(kept).map(({ name, secret }) => [name, secret]));
  const folder = { readSecret: () => JSON.stringify(secrets), writeSecret: () => undefined };
  return { ...system, keys: keyService(plans, folder) };
}
