import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { knownErrors, onlyKnownErrors } from '#infra/bundling/only-known-errors.ts';

const root = join(import.meta.dirname, '..', '..', '..');

it('keeps each error that the code knows by its class, and no other', () => {
  const sources = globSync('{shared,functions}/**/*.ts', { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  const imports = sources.flatMap((source) => [
    ...source.matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-(?:dynamodb|kms|ses)'/gu),
  ]);
  const names = imports.flatMap(([, list = '']) => list.split(',').map((name) => name.trim().replace(/^type /u, '')));
  const errors = names.filter((name) => /(Exception|Rejected)$/u.test(name) && !name.endsWith('ServiceException'));
  expect([...new Set(errors)].toSorted()).toEqual([...knownErrors].toSorted());
});

it('gives every other error its name and message, in the class of the service', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'besa-errors-'));
  const server = createServer((_, answer) => {
    const said = '<Error><Type>Sender</Type><Code>MessageRejected</Code><Message>Not verified.</Message></Error>';
    answer.writeHead(400, { 'content-type': 'text/xml' }).end(`<ErrorResponse>${said}</ErrorResponse>`);
  });
  try {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const entry = `import { SESClient, SESServiceException, SendEmailCommand } from '@aws-sdk/client-ses';
      export const failed = async (endpoint) => {
        const client = new SESClient({ endpoint, region: 'eu-central-1', maxAttempts: 1,
          credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
        const command = new SendEmailCommand({ Source: 'a@besa.example', Destination: {},
          Message: { Subject: { Data: 'a' }, Body: {} } });
        const error = await client.send(command).catch((error) => error);
        return { name: error.name, message: error.message, isOfService: error instanceof SESServiceException };
      };`;
    const outfile = join(folder, 'bundle.mjs');
    const stdin = { contents: entry, resolveDir: root };
    await build({ stdin, outfile, bundle: true, format: 'esm', platform: 'node', plugins: [onlyKnownErrors], banner });
    const { failed } = (await import(outfile)) as { failed: (endpoint: string) => Promise<unknown> };
    const { port } = server.address() as AddressInfo;
    expect(await failed(`http://127.0.0.1:${port}`)).toEqual({
      name: 'MessageRejected',
      message: 'Not verified.',
      isOfService: true,
    });
    expect(readFileSync(outfile, 'utf8')).not.toContain('class TemplateDoesNotExistException');
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The client brings modules that ask for Node's by `require`. */
const banner = {
  js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
};
