import { readFileSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What the browser is given: files that never change under their name, because it holds a hash of what is in them. */
export interface BuiltFiles {
  /** The names with which the page begins. */
  first: FirstFiles;
  /** A file as it is sent. Undefined for a name that was not built. */
  file: (name: string) => BuiltFile | undefined;
}

export interface FirstFiles {
  script: string;
  /** Those that it cannot begin without. */
  scripts: readonly string[];
  /** Those of the pages that come next. They are loaded while the person is signed in. */
  next: readonly string[];
  style: string;
  /** The texts by language. */
  texts: Readonly<Record<string, string>>;
  /** The texts of the pages about the centre itself, by language. */
  centreTexts: Readonly<Record<string, string>>;
}

export interface BuiltFile {
  contentType: string;
  gzipped: Buffer;
  plain: () => string;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** Reads what was built beside the function (infra/bundling/browser-files.ts): `first.json`, and the rest gzipped. */
export function readBuiltFiles(folder: URL): BuiltFiles {
  const first = JSON.parse(readFileSync(new URL('first.json', folder), 'utf8')) as FirstFiles;
  const packed = readdirSync(folder).filter((name) => name.endsWith('.gz'));
  const files = new Map(
    packed.map((name): [string, BuiltFile] => {
      const gzipped = readFileSync(new URL(name, folder));
      const shown = name.slice(0, -'.gz'.length);
      const contentType = contentTypes[extname(shown)] ?? 'application/octet-stream';
      return [shown, { contentType, gzipped, plain: () => gunzipSync(gzipped).toString() }];
    }),
  );
  return { first, file: (name) => files.get(name) };
}
