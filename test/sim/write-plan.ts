import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WrittenPlan } from './plan.ts';

/*
 * node test/sim/write-plan.ts <file>   Writes the plan of this checkout into a file, and which sources it was made from.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const madeFrom: string[] = [];
registerHooks({
  load: (url, context, next) => {
    if (url.startsWith('file:') && !url.includes('/node_modules/')) madeFrom.push(relative(root, fileURLToPath(url)));
    return next(url, context);
  },
});
const { currentPlan } = await import('./plan.ts');
const { templates, functions } = await currentPlan();
const bundles = Object.entries(functions).map(([id, { name, folder }]) => [id, { name, folder }] as const);
const plan: WrittenPlan = { templates, functions: Object.fromEntries(bundles), madeFrom };
writeFileSync(process.argv[2] ?? 'plan.json', JSON.stringify(plan));
