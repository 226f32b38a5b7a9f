import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Errors of the services that the code knows by their class. A test compares them with its imports. */
export const knownErrors: readonly string[] = [
  'ConditionalCheckFailedException',
  'IncorrectKeyException',
  'InvalidCiphertextException',
  'TransactionCanceledException',
];

const registration = /^n0_registry\.registerError\((\w+)\$, \w+\);$/gmu;

/**
 * The clients of DynamoDB, KMS and SES register a class for each error of the whole service, and load them all. Any other error
 * comes as the service's own class, with its name and message as before. This saves 5 to 10 KB for each client at every
 * cold start.
 */
export const onlyKnownErrors: Plugin = {
  name: 'only-known-errors',
  setup(build) {
    build.onLoad(
      { filter: /@aws-sdk[\\/]client-(dynamodb|kms|ses)[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/ },
      async (of) => {
        const source = await readFile(of.path, 'utf8');
        const contents = source.replace(registration, (line, name: string) => (knownErrors.includes(name) ? line : ''));
        return { contents, loader: 'js' };
      },
    );
  },
};
