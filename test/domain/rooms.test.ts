import { describe, expect, it } from 'vitest';
import { importsOf, sourceFiles } from '#test/support/source-files.ts';

const domain = 'shared/domain';

/** The rooms of the domain from the ground up. A room uses what is below it; of two side by side, only one uses the other. */
const floors = [
  ['time', 'text.ts', 'problems.ts', 'identifiers.ts', 'canonical-json.ts'],
  ['report'],
  ['help'],
  ['case'],
  ['sla', 'access', 'referrals'],
  ['people', 'commands', 'mail', 'keeping'],
  ['queue', 'pages'],
  ['console'],
  ['country-pack.ts'],
];
const floorOf = (room: string): number => floors.findIndex((rooms) => rooms.includes(room));

const roomOf = (file: string): string => file.slice(domain.length + 1).split('/', 1)[0] ?? '';

/** Every import from one room to another. */
const arrows = sourceFiles(domain).flatMap((file) =>
  importsOf(file)
    .map((imported) => ({ file, imported, from: roomOf(file), to: roomOf(imported) }))
    .filter(({ from, to }) => from !== to),
);

describe('The rooms of the domain', () => {
  it('each have a floor', () => {
    const rooms = new Set(sourceFiles(domain).map(roomOf));
    expect([...rooms].sort()).toEqual(floors.flat().sort());
    expect(arrows.length).toBeGreaterThan(100);
  });

  it('use nothing from outside', () => {
    expect(arrows.filter(({ imported }) => !imported.startsWith(`${domain}/`))).toEqual([]);
  });

  it('use nothing from a floor above', () => {
    expect(arrows.filter(({ from, to }) => floorOf(to) > floorOf(from))).toEqual([]);
  });

  it('never use each other, directly or round about', () => {
    const used = Map.groupBy(arrows, ({ from }) => from);
    const reached = (room: string): Set<string> => {
      const found = new Set<string>();
      const open = [room];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        for (const { to } of used.get(next) ?? []) {
          if (found.has(to)) continue;
          found.add(to);
          open.push(to);
        }
      }
      return found;
    };
    expect(floors.flat().filter((room) => reached(room).has(room))).toEqual([]);
  });
});
