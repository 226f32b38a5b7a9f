import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { bundleFolder } from '#infra/bundling/build.ts';
import { ownSystem } from '#infra/local/template/besa-templates.ts';
import { readStaffClient } from '#infra/local/sign-in/staff-client.ts';
import { readTemplates } from '#infra/local/template/template.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Paths of all files, also of those in folders, such as the console has. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .toSorted();
}

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
    // A function that is told client and address is told those that people sign in for and at.
    const told = {
      client: { 'Fn::ImportValue': 'Besa-local-StaffClientId' },
      at: { 'Fn::ImportValue': 'Besa-local-SignInAddress' },
    };
    const Elsewhere = { Resources: { Told: { Type: 'AWS::Lambda::Function', Properties: told } } };
    const resources = readTemplates(
      { ...templates, Elsewhere },
      { region: 'eu-south-1', accountId: '0', queueUrl: (name) => name },
    );
    expect(resources.find(({ logicalId }) => logicalId === 'Told')?.properties).toEqual({
      client: readStaffClient(resources).id,
      at: 'http://127.0.0.1:4321',
    });
    expect(readStaffClient(resources)).toMatchObject({
      callbackUrls: ['http://127.0.0.1:4321/staff/signed-in'],
      logoutUrls: ['http://127.0.0.1:4321/staff/signed-out'],
      accessTokenMs: 3_600_000,
      refreshTokenMs: 12 * 3_600_000,
      rotationGraceMs: 60_000,
      revokes: true,
    });
    const bundles = Object.values(functions);
    expect(bundles.map(({ name }) => name)).toContain('case-desk');
    for (const { name, folder } of bundles) {
      expect(folder).toBe(join(dataDir, 'functions', name));
      const files = filesIn(bundleFolder(name));
      expect(filesIn(folder)).toEqual(files);
      for (const file of files) {
        expect(readFileSync(join(folder, file)).equals(readFileSync(join(bundleFolder(name), file)))).toBe(true);
      }
    }
  },
);
