import { describe, expect, it } from 'vitest';
import { wantedStage } from '#infra/deploying/wanted-stage.ts';
import { stackRoles } from '#infra/stacks.ts';
import { stageOf } from '#infra/stages.ts';

const wanted = (context: Record<string, unknown>) => wantedStage((name) => context[name]);

describe('the stage that is deployed', () => {
  it('is as it stands in the code, and dev when none is named', () => {
    expect(wanted({})).toEqual(stageOf('dev'));
    expect(wanted({ stage: 'prod' })).toEqual(stageOf('prod'));
    expect(() => wanted({ stage: 'production' })).toThrow('There is no stage production');
  });

  it('protects of its stacks those that stand, and no other stage protects any', () => {
    expect(stageOf('prod').protectedStacks).toEqual(stackRoles);
    expect(wanted({ stage: 'prod', standing: 'Data,Reactors' }).protectedStacks).toEqual(['Data', 'Reactors']);
    expect(wanted({ stage: 'prod', standing: '' }).protectedStacks).toEqual([]);
    expect(wanted({ stage: 'dev', standing: 'Data' }).protectedStacks).toEqual([]);
  });

  it('can go out at once, which is said by one word', () => {
    expect(stageOf('prod').newVersions).toBe('a tenth first');
    expect(wanted({ stage: 'prod', 'at-once': 'yes' }).newVersions).toBe('all at once');
    for (const said of ['no', 'true', true])
      expect(() => wanted({ stage: 'prod', 'at-once': said })).toThrow('at-once=yes');
  });
});
