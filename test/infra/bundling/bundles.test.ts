import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { buildFunctions, eagerBytes } from '#infra/bundling/build.ts';
import { country } from '#shared/country/current.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const bundles = await buildFunctions();

/** Files of which something is in the bundle. */
function included({ outputs }: Metafile): string[] {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return [...new Set(used)];
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

  it('starts from at most 300 KB', () => {
    expect(eagerBytes(metafile)).toBeLessThanOrEqual(300 * 1024);
  });
});

describe('intake', () => {
  it('does not load guidance and taxonomy texts before somebody needs them', async () => {
    const intake = bundles.find(({ name }) => name === 'intake');
    const index = readFileSync(join(intake?.folder ?? '', 'index.mjs'), 'utf8');
    const [entry] = await country.loadGuidance();
    const title = entry?.title[country.defaultLanguage] ?? '';
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
