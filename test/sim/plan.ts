import { readFileSync } from 'node:fs';
import type { CloudTemplate } from '#infra/local/template/template.ts';

/** What is deployed, as far as a simulator asks: the templates by stack, and the bundles their functions would run. */
export interface Plan {
  templates: Record<string, CloudTemplate>;
  functions: Record<string, { name: string; folder: string }>;
}
/** A plan in a file, with the sources that it was made from, relative to the root. */
export interface WrittenPlan extends Plan {
  madeFrom: string[];
}

/**
 * The plan of this checkout. It takes seconds to make, so `npm run prove` makes it once and names it in `BESA_SIM_PLAN`, and
 * all tests of a run share one.
 */
export async function currentPlan(): Promise<Plan> {
  const file = process.env['BESA_SIM_PLAN'];
  if (file !== undefined) return JSON.parse(readFileSync(file, 'utf8')) as WrittenPlan;
  // Loaded only here: with a plan in a file, a process needs neither.
  const { synthesizedOnce } = await import('#test/support/synthesized-once.ts');
  const { namedTemplates } = await import('#infra/local/template/besa-templates.ts');
  const made = await synthesizedOnce('local');
  return { templates: namedTemplates(made), functions: made.functions };
}
