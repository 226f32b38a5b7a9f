import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { stackStatus } from '#infra/deploying/stack-status.ts';

const cloudFormation = mockClient(CloudFormationClient);
afterEach(() => cloudFormation.reset());

const status = (): Promise<string | undefined> => stackStatus({ region: 'eu-west-1' }, 'Besa-prod-Data');
const refusal = (name: string, message: string): Error => Object.assign(new Error(message), { name });

describe('how a stack stands', () => {
  it('is asked of CloudFormation, in the region of the stage', async () => {
    const made = { StackName: 'Besa-prod-Data', StackStatus: 'UPDATE_COMPLETE' as const, CreationTime: new Date(0) };
    cloudFormation.on(DescribeStacksCommand, { StackName: 'Besa-prod-Data' }).resolves({ Stacks: [made] });
    expect(await status()).toBe('UPDATE_COMPLETE');
    const [call] = cloudFormation.commandCalls(DescribeStacksCommand);
    expect(await (call?.thisValue as CloudFormationClient).config.region()).toBe('eu-west-1');
  });

  it('is nothing where there is none', async () => {
    cloudFormation.rejects(refusal('ValidationError', 'Stack with id Besa-prod-Data does not exist'));
    expect(await status()).toBeUndefined();
  });

  it('is not guessed: whoever may not ask is told', async () => {
    for (const name of ['ExpiredToken', 'AccessDenied', 'ValidationError']) {
      cloudFormation.rejects(refusal(name, `It is ${name}.`));
      await expect(status()).rejects.toThrow(`It is ${name}.`);
    }
  });
});
