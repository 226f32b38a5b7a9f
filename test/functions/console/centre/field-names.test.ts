import { expect, it } from 'vitest';
import { fieldsOf } from '#functions/console/field-shapes.ts';
import { directoryBodies } from '#shared/contracts/http/directory/changes.ts';
import { albania } from '#shared/country/al/pack.ts';

const { labels } = await albania.loadConsole();

it('every field of the directory has a name in both languages', () => {
  const { roster: _, approval: __, ...drawn } = directoryBodies(albania);
  const names = Object.values(drawn).flatMap((body) => fieldsOf(body).map(({ name }) => name));
  // A form of their own draws these two.
  names.push('holidays', 'shifts', 'verdict', 'call');
  const unnamed = [...new Set(names)].filter(
    (name) => labels.fields[name]?.['sq'] === undefined || labels.fields[name]['en'] === undefined,
  );
  expect(unnamed).toEqual([]);
  expect(names.length).toBeGreaterThan(30);
});
