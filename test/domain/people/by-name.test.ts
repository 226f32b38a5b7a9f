import { expect, it } from 'vitest';
import { byName } from '#shared/domain/people/by-name.ts';

it.each([
  ['sq', ['Cani', 'Cufi', 'Çela', 'Duka', 'Dhima', 'Ermal', 'Ëngjëll', 'Gusha', 'Gjoka', 'Sula', 'Shehu', 'Zota']],
  ['en', ['Cani', 'Çela', 'Cufi', 'Dhima', 'Duka', 'Ëngjëll', 'Ermal', 'Gjoka', 'Gusha', 'Shehu', 'Sula', 'Zota']],
])('people stand in the order of %s, whatever the machine speaks', (language, names) => {
  const people = names.toReversed().map((name) => ({ name }));
  expect(people.toSorted(byName(language)).map(({ name }) => name)).toEqual(names);
});
