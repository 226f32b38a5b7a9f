import { describe, expect, it } from 'vitest';
import { deployStage } from '#infra/deploying/deploy-stage.ts';

const args = ['-c', 'stage=prod', '--require-approval', 'never'];
const all = (status: string) => ({ Data: status, Reactors: status, PublicApi: status, StaffApi: status });
const whole = ['deploy', '--all', ...args];

/** Deploys over stacks that stand as CloudFormation says, until the CDK fails. Answers what the CDK was called with. */
async function calls(statuses: Partial<Record<string, string>>, given = args, fails = false): Promise<string[][]> {
  const made: string[][] = [];
  const outcome = deployStage(given, {
    say: () => undefined,
    statusOf: async ({ name }, stack) => statuses[stack.replace(`Besa-${name}-`, '')],
    cdk: async (one) => {
      made.push([...one]);
      if (fails) throw new Error('It has failed.');
    },
  });
  if (!fails) await outcome;
  else made.push([await outcome.then(String, String)]);
  return made;
}
const unprotected = (standing: string): string[] => [...whole, '--context', `standing=${standing}`];

describe('npm run deploy', () => {
  it('makes a stage first, and protects it when all of it stands', async () => {
    expect(await calls({})).toEqual([unprotected(''), whole]);
  });

  it('protects nothing after a first deployment that failed, so that the next one can make it again', async () => {
    expect(await calls({}, args, true)).toEqual([unprotected(''), ['Error: It has failed.']]);
    expect(await calls(all('ROLLBACK_COMPLETE'))).toEqual([unprotected(''), whole]);
  });

  it.each([
    'CREATE_COMPLETE',
    'UPDATE_COMPLETE',
    'UPDATE_ROLLBACK_COMPLETE',
    'UPDATE_ROLLBACK_FAILED',
    'UPDATE_IN_PROGRESS',
  ])('never takes protection from what has once been made: %s', async (status) => {
    expect(await calls(all(status))).toEqual([whole]);
    expect(await calls({ Data: status })).toEqual([unprotected('Data'), whole]);
  });

  it.each(['CREATE_IN_PROGRESS', 'CREATE_FAILED', 'ROLLBACK_FAILED', 'DELETE_FAILED', 'REVIEW_IN_PROGRESS'])(
    'takes as not made what is %s',
    async (status) => {
      expect(await calls({ ...all('CREATE_COMPLETE'), StaffApi: status })).toEqual([
        unprotected('Data,Reactors,PublicApi'),
        whole,
      ]);
    },
  );

  it('deploys a stage that protects nothing once', async () => {
    const ofDev = ['--context=stage=dev'];
    expect(await calls({}, ofDev)).toEqual([['deploy', '--all', ...ofDev]]);
  });

  it('deploys nothing beside the service stack of 0.1.0, and says where to read on', async () => {
    await expect(calls({ Data: 'CREATE_COMPLETE', Service: 'UPDATE_COMPLETE' })).rejects.toThrow(
      'Besa-prod-Service of release 0.1.0 stands here. Nothing was deployed: go by docs/deploy.md, part 10.',
    );
    await expect(calls({ Service: 'DELETE_FAILED' }, ['-c', 'stage=dev'])).rejects.toThrow('Besa-dev-Service');
  });

  it('asks which stage', async () => {
    await expect(calls({}, ['--require-approval', 'never'])).rejects.toThrow('Say which stage');
    await expect(calls({}, ['-c', 'stage=production'])).rejects.toThrow('There is no stage production');
  });
});
