import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Stage } from '../stages.ts';

const run = promisify(execFile);

/** How a stack stands, by the `aws` command line; undefined where there is none. Throws with what that says of a fault. */
export async function stackStatus({ region }: Pick<Stage, 'region'>, name: string): Promise<string | undefined> {
  const asked = ['cloudformation', 'describe-stacks', '--stack-name', name, '--region', region];
  try {
    const { stdout } = await run('aws', [...asked, '--query', 'Stacks[0].StackStatus', '--output', 'text']);
    return stdout.trim();
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    const said = (stderr === '' ? message : stderr).trim();
    // CloudFormation has no error of its own for a stack that is not there.
    if (said.includes('does not exist')) return undefined;
    throw new Error(said, { cause: error });
  }
}
