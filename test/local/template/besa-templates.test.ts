import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleFolder } from '#infra/bundling/build.ts';
import { ownSystem } from '#infra/local/template/besa-templates.ts';
import { temporaryFolder } from '../temporary-folder.ts';

it(
  'runs the very bytes that are deployed, from a place where building again takes nothing away',
  { timeout: 60_000 },
  async () => {
    const dataDir = temporaryFolder();
    const left = join(dataDir, 'functions', 'intake', 'chunk-of-yesterday.mjs');
    mkdirSync(dirname(left), { recursive: true });
    writeFileSync(left, '');
    const { functions, templates } = await ownSystem({ url: 'http://127.0.0.1:4321' }, dataDir);
    // The links of mails and the sign-in lead to where this Besa answers.
    const said = JSON.stringify(templates);
    expect(new Set(said.match(/https?:\/\/[^"/]+\/staff\b/g))).toEqual(new Set(['http://127.0.0.1:4321/staff']));
    const bundles = Object.values(functions);
    expect(bundles.map(({ name }) => name)).toContain('case-desk');
    for (const { name, folder } of bundles) {
      expect(folder).toBe(join(dataDir, 'functions', name));
      const files = readdirSync(bundleFolder(name));
      expect(readdirSync(folder).toSorted()).toEqual(files.toSorted());
      for (const file of files) {
        expect(readFileSync(join(folder, file)).equals(readFileSync(join(bundleFolder(name), file)))).toBe(true);
      }
    }
  },
);
