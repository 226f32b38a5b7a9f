import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';
import { afterAll } from 'vitest';

/** Makes apps that the rule packs check when they are synthesized, with the context of cdk.json. Their files go at the end. */
export function checkedApps(): () => App {
  const folders: string[] = [];
  const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as {
    context: Record<string, unknown>;
  };
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
  return () => {
    const outdir = mkdtempSync(join(tmpdir(), 'besa-rules-'));
    folders.push(outdir);
    const app = new App({ outdir, analyticsReporting: false, context });
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new NIST80053R5Checks(app), new ServerlessChecks(app));
    return app;
  };
}
