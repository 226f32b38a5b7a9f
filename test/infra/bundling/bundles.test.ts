import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { buildFunctions, eagerBytes, eagerInputs } from '#infra/bundling/build.ts';
import { country } from '#shared/country/current.ts';
import { pageHeaders } from '#shared/pages/frame/page-headers.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const bundles = await buildFunctions();

/** Files of which something is in the bundle. */
function included({ outputs }: Metafile): string[] {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return [...new Set(used)];
}

/** So many bytes of each file are in the outputs that a bundle has. */
function bytesOf({ outputs }: Metafile): Map<string, number> {
  const all = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return new Map(all.map(([path, { bytesInOutput }]) => [path, bytesInOutput]));
}

const network = /^native-builtin:(http|https|http2|net|tls|dgram|dns|undici)(\/|$)/;
/** Ways to open a connection that need no import, or that go round one. */
const withoutImport = /\bfetch\s*\(|\bWebSocket\b|\bXMLHttpRequest\b|\bEventSource\b|getBuiltinModule|child_process/;

/** The parts of the SDK that may open a connection: the handler of AWS calls, and code for HTTP/2 that nothing calls. */
const clients = /@smithy\/(node-http-handler|core)\//;

describe.each(bundles)('the bundle of $name', ({ metafile }) => {
  it('opens no connection but those of the AWS clients', () => {
    const openers = included(metafile).filter((path) =>
      metafile.inputs[path]?.imports.some((one) => network.test(one.path)),
    );
    expect(openers.filter((path) => !clients.test(path))).toEqual([]);
    const files = included(metafile).filter((path) => !path.includes(':'));
    expect(files.length).toBeGreaterThan(3);
    const roundabout = files.filter((path) => withoutImport.test(readFileSync(join(root, path), 'utf8')));
    expect(roundabout).toEqual([]);
  });

  it('loads credentials from its environment and knows no other way', () => {
    const others = included(metafile).filter((path) => /credential-provider|nested-clients|token-providers/.test(path));
    expect(others).toEqual([]);
  });

  it('takes its settings from its environment and reads no profile', () => {
    expect(included(metafile).filter((path) => /parseIni|shared-ini-file-loader\/readFile/.test(path))).toEqual([]);
  });

  it('holds no test, no local runtime, no development package', () => {
    const strangers = included(metafile).filter((path) =>
      /^(test|infra\/local)\/|fauxqs|vitest|aws-cdk|jose/.test(path),
    );
    expect(strangers).toEqual([]);
  });

  it('holds no word of the staff console', () => {
    const words = included(metafile).filter((path) => /^shared\/country\/\w+\/console\/(?!console\.ts$)/.test(path));
    expect(words).toEqual([]);
  });

  it('starts from at most 300 KB', () => {
    expect(eagerBytes(metafile)).toBeLessThanOrEqual(300 * 1024);
  });
});

describe.each(['information', 'intake', 'follow-up', 'referral-desk'])('%s', (name) => {
  it('loads no page before somebody asks for one', () => {
    const { metafile } = bundles.find((bundle) => bundle.name === name) as (typeof bundles)[number];
    const pages = included(metafile).filter((path) => /^shared\/pages\/|^node_modules\/hono\//.test(path));
    expect(pages.length).toBeGreaterThan(5);
    expect(eagerInputs(metafile).filter((path) => pages.includes(path))).toEqual([]);
  });

  it('holds the hashes of style and scripts as text, and nothing that works them out', () => {
    const { folder, metafile } = bundles.find((bundle) => bundle.name === name) as (typeof bundles)[number];
    const code = Object.keys(metafile.outputs).map((file) => readFileSync(join(folder, basename(file)), 'utf8'));
    expect(code.filter((one) => one.includes(pageHeaders['Content-Security-Policy']))).toHaveLength(1);
    expect(included(metafile)).not.toContain('shared/pages/frame/content-policy.ts');
  });
});

describe.each(['intake', 'follow-up'])('%s', (name) => {
  it('starts with no more of pages than the way to them', () => {
    const { metafile } = bundles.find((bundle) => bundle.name === name) as (typeof bundles)[number];
    const eager = new Set(eagerInputs(metafile));
    const bytesIn = bytesOf(metafile);
    const waysToPages = [...eager].filter((path) =>
      /(?:form|page|code)-(?:routes|request|paths|form|fields)|multipart|report-form/.test(path),
    );
    expect(waysToPages.length).toBeGreaterThan(3);
    const bytes = waysToPages.reduce((sum, path) => sum + (bytesIn.get(path) ?? 0), 0);
    expect(bytes).toBeLessThan(8 * 1024);
  });

  it('does not load guidance before somebody needs it', async () => {
    const { folder = '' } = bundles.find((bundle) => bundle.name === name) ?? {};
    const index = readFileSync(join(folder, 'index.mjs'), 'utf8');
    const [entry] = await country.loadGuidance();
    const title = entry?.words.child?.title[country.defaultLanguage] ?? '';
    expect(title.length).toBeGreaterThan(5);
    expect(index).not.toContain(title);
  });
});

describe('the table of staff routes', () => {
  const textOf = (name: string): string => {
    const { folder = '', metafile } = bundles.find((bundle) => bundle.name === name) ?? {};
    const files = Object.keys(metafile?.outputs ?? {});
    expect(files.length).toBeGreaterThan(0);
    return files.map((file) => readFileSync(join(folder, basename(file)), 'utf8')).join('');
  };

  it('comes into a function with the rows that are its own, and no other', () => {
    const [desk, directory, filing] = [textOf('case-desk'), textOf('directory'), textOf('filing')];
    expect(desk).toContain('/v1/cases/{number}/claim');
    expect(desk).not.toContain('/v1/directory/');
    expect(directory).toContain('/v1/directory/people/{person}/change');
    for (const other of [directory, filing]) expect(other).not.toContain('/v1/cases/{number}');
  });
});
