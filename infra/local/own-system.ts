import type { CloudTemplate } from './template.ts';

/** Templates by stack, and the bundles their functions run, by logical id. */
export interface System {
  templates: Record<string, CloudTemplate>;
  functions: Record<string, { name: string; folder: string }>;
}

/** The stage `local` of this checkout. */
export async function ownSystem(): Promise<System> {
  // The CDK takes most of a second to load: the engines start meanwhile.
  const { synthesize } = await import('../synthesize.ts');
  const { data, service, functions } = await synthesize('local');
  const template = ({ Resources, Outputs }: typeof data): CloudTemplate => ({ Resources: { ...Resources }, Outputs });
  return { templates: { 'Besa-local-Data': template(data), 'Besa-local-Service': template(service) }, functions };
}
