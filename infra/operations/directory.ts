import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { directoryBook } from '#shared/adapters/aws/directory/directory-book.ts';
import { country } from '#shared/country/current.ts';
import { silentDuties, unheldDuties } from '#shared/domain/people/duties.ts';
import { stageOf } from '../stages.ts';
import { inRegionOf } from './account-in-use.ts';
import { loadDirectory } from './load-directory.ts';
import { parsePeople, sayAdministrators } from './people.ts';
import { parseRoster, sayGaps } from './roster.ts';
import { runCommand, say } from './run-command.ts';
import { tableOfStage } from './table-of-stage.ts';

/**
 * Puts people into a stage's directory, and with `--roster roster.json` a week's rota: `npm run directory --
 * people.json --stage dev` (docs/deploy.md, 6. People). Says which duties and hours are left open. docs/directory.md
 * says when to use it, and when the API.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { stage: { type: 'string' }, roster: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (values.stage === undefined || file === undefined) {
    throw new Error('Say which people and where: npm run directory -- people.json --stage dev');
  }
  const { institutions } = await country.loadReferrals();
  const people = parsePeople(readFileSync(file, 'utf8'), country, institutions);
  const roster =
    values.roster === undefined ? undefined : parseRoster(readFileSync(values.roster, 'utf8'), people, country);
  const db = new DynamoDBClient(inRegionOf(stageOf(values.stage)));
  const table = await tableOfStage(db, values.stage, 'Directory');
  await loadDirectory(directoryBook(db, { directory: table }), { people, roster }, () => new Date().toISOString());
  say(`${people.length} people are in ${table}.`);
  for (const line of sayAdministrators(people)) say(line);
  const now = new Date();
  const at = now.toISOString();
  for (const duty of unheldDuties(people, country, at)) say(`Nobody in this file holds the duty ${duty}.`);
  for (const duty of silentDuties(people, country, at))
    say(`Nobody who holds the duty ${duty} has a contact that rings.`);
  if (roster === undefined) return;
  for (const gap of sayGaps(roster, people, country, now)) say(gap);
}

await runCommand(main);
