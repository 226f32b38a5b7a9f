import { accessChecks } from '#infra/local/rights/access-checks.ts';
import { isWrite } from '#infra/local/engines/database-writes.ts';
import type { System } from './system.ts';

const place = { region: 'eu-south-1', accountId: '000000000000' };

/**
 * Asks what a function's role does not allow of a write to the database: the first action, with its rows, or undefined.
 * The roles are those of the template, decided as IAM decides. Reads are left to the local runtime, which asks for each:
 * they are most of a history.
 */
export function writeRights({
  blueprint,
}: Pick<System, 'blueprint'>): (title: string, action: string, input: object) => string | undefined {
  const account = { ...place, tables: new Map(blueprint.tables.map((table) => [table.name, table])) };
  const principals = new Map(blueprint.functions.map(({ title, principal }) => [title, principal]));
  return (title, action, input) => {
    if (!isWrite(action)) return undefined;
    const may = principals.get(title)?.may ?? (() => false);
    const refused = accessChecks(account, 'dynamodb', action, { ...input }, []).find((check) => !may(check));
    if (refused === undefined) return undefined;
    const rows = refused.context['dynamodb:LeadingKeys'] ?? [];
    return `${refused.action} on ${refused.resource.split(':').at(-1)} [${[rows].flat().join(' ')}]`;
  };
}
