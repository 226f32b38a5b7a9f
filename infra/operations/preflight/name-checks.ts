import type { Stage } from '../../stages.ts';
import { earnest } from './check.ts';
import type { Check } from './check.ts';

/** Names that nobody has, and that stand there until a centre puts in its own. */
const placeholder = /\.example\b|change-me/u;

/** What a centre puts into the files before anybody reports. */
export const nameChecks: readonly Check[] = [
  {
    what: 'names',
    needs: [],
    look: async ({ stage }) => {
      const still = placeholdersIn(stage);
      if (still.length === 0) return { verdict: 'ok', says: 'no example is left in infra/stages.ts.' };
      return { verdict: earnest(stage), says: `examples in infra/stages.ts: ${still.join(', ')}.` };
    },
  },
  {
    what: 'centre',
    needs: [],
    look: async ({ stage, centre }) => {
      const still = Object.entries(centre).flatMap(([name, value]) =>
        (value as { unverified?: boolean }).unverified === true ? [name] : [],
      );
      if (still.length === 0) return { verdict: 'ok', says: 'what people read about the centre is set.' };
      return { verdict: earnest(stage), says: `placeholders in the pack’s centre.ts: ${still.join(', ')}.` };
    },
  },
];

/** Where in a stage's data an example stands, such as `mail.from`. */
function placeholdersIn(stage: Stage): string[] {
  const walk = (value: unknown, path: string): string[] => {
    if (typeof value === 'string') return placeholder.test(value) ? [path] : [];
    if (Array.isArray(value)) return [...new Set(value.flatMap((one) => walk(one, path)))];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, one]) => walk(one, path === '' ? name : `${path}.${name}`));
  };
  return walk(stage, '');
}
