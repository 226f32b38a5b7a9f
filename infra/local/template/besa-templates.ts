import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Synthesized } from '../../synthesize.ts';
import { stackName, stackRoles } from '../../stacks.ts';
import type { CloudTemplate } from './template.ts';

/** Templates by stack, and the bundles their functions run, by logical id. */
export interface System {
  templates: Record<string, CloudTemplate>;
  functions: Record<string, { name: string; folder: string }>;
}

/**
 * The stage `local` of this checkout, as it answers at `url`, to which the links of mails and the sign-in lead. Its functions run from
 * copies in the data folder. They load many of their parts with the first request. A build meanwhile, such as a test's,
 * would remove those parts.
 */
export async function ownSystem({ url }: { url: string }, dataDir: string): Promise<System> {
  // The CDK takes most of a second to load: the engines start meanwhile.
  const { synthesize } = await import('../../synthesize.ts');
  const made = await synthesize('local', { staffUrl: `${url}/staff`, signInUrl: url });
  const copies = join(dataDir, 'functions');
  rmSync(copies, { recursive: true, force: true });
  const functions = Object.fromEntries(
    Object.entries(made.functions).map(([logicalId, { name, folder }]) => {
      cpSync(folder, join(copies, name), { recursive: true });
      return [logicalId, { name, folder: join(copies, name) }];
    }),
  );
  return { templates: namedTemplates(made), functions };
}

/** The templates of every stack there is, by the stack's name. */
export function namedTemplates({ stage, templates }: Pick<Synthesized, 'stage' | 'templates'>): System['templates'] {
  return Object.fromEntries(
    stackRoles.map((role): [string, CloudTemplate] => {
      const { Resources, Outputs } = templates[role];
      return [stackName(stage.name, role), { Resources: { ...Resources }, Outputs }];
    }),
  );
}
