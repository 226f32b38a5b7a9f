import { parseArgs } from 'node:util';
import { stageOf } from '../stages.ts';
import type { Stage } from '../stages.ts';

/** Writes a line for whoever has called a command. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs a command that somebody calls by hand. What goes wrong is one plain line and the exit code 1, never a stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${plainly(error)}\n`);
    process.exitCode = 1;
  }
}

/** What went wrong, for a person: what the AWS SDK says of missing or dead credentials names no way out. */
function plainly(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'CredentialsProviderError') {
    return 'There are no AWS credentials here: set AWS_PROFILE, or sign in first.';
  }
  if (/^(ExpiredToken|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch)/u.test(error.name)) {
    return `AWS does not take these credentials (${error.name}): sign in again.`;
  }
  if (error.message === 'Region is missing') return 'It is not said in which region: set AWS_REGION.';
  return error.message === '' ? error.name : error.message;
}

/** The stage of a command that takes nothing else; throws with how to call it. */
export function stageNamed(usage: string): Stage {
  const { values } = parseArgs({ options: { stage: { type: 'string' } } });
  if (values.stage === undefined) throw new Error(`Say which stage: ${usage}`);
  return stageOf(values.stage);
}
