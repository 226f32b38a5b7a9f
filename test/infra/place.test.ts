import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { addStacks } from '#infra/besa-app.ts';
import { buildFunctions } from '#infra/bundling/build.ts';
import { allowedRegions, placeOf } from '#infra/place.ts';
import { stageNames } from '#infra/stage-names.ts';
import { stageOf } from '#infra/stages.ts';
import type { Stage } from '#infra/stages.ts';

const ofDev = '111111111111';
const ofProd = '222222222222';
const dev: Stage = { ...stageOf('dev'), account: ofDev };
const test: Stage = stageOf('test');
const prod: Stage = { ...stageOf('prod'), account: ofProd };
const stages = [dev, test, prod];

describe('the place of a stage', () => {
  it.each(stageNames)('is in the European Union and known before anything is deployed: %s', (name) => {
    const stage = stageOf(name);
    expect(placeOf(stage)).toMatchObject({ region: stage.region });
    expect(allowedRegions).toContain(stage.region);
    expect(allowedRegions.filter((region) => !region.startsWith('eu-'))).toEqual([]);
  });

  it('is the account that the stage names, or else that of the credentials', () => {
    expect(placeOf(prod, { accountInUse: ofProd, stages })).toEqual({ account: ofProd, region: prod.region });
    expect(placeOf(prod, { stages })).toEqual({ account: ofProd, region: prod.region });
    expect(placeOf(test, { accountInUse: ofDev, stages })).toEqual({ account: ofDev, region: test.region });
    expect(placeOf(test, { stages })).toEqual({ region: test.region });
  });

  it.each(['us-east-1', 'eu-west-2', 'eu-south-2', '', 'eu-central-1 '])('is never the region “%s”', (region) => {
    expect(() => placeOf({ ...dev, region }, { stages })).toThrow(
      `dev cannot be in the region ${region}. Set one of these: eu-central-1, eu-north-1, eu-south-1, eu-west-1, eu-west-3.`,
    );
  });

  it('has a budget only where CloudFormation can make one', () => {
    const { budget: _, ...without } = prod;
    expect(() => placeOf({ ...prod, region: 'eu-south-1' }, { stages })).toThrow('makes no budget in eu-south-1');
    expect(placeOf({ ...without, region: 'eu-south-1' }, { stages })).toMatchObject({ region: 'eu-south-1' });
  });

  it('is not another account than the stage names', () => {
    expect(() => placeOf(prod, { accountInUse: ofDev, stages })).toThrow(
      `These credentials are of the account ${ofDev}; prod belongs into ${ofProd}.`,
    );
  });

  it.each(['dev', 'test'] as const)('of %s is never the account of prod, whoever asks', (name) => {
    const { account: _, ...unpinned } = stages.find((stage) => stage.name === name) ?? dev;
    const shared = `${name} and prod would share the account ${ofProd}.`;
    expect(() => placeOf(unpinned, { accountInUse: ofProd, stages })).toThrow(shared);
    const named = { ...unpinned, account: ofProd };
    expect(() => placeOf(named, { accountInUse: ofProd, stages })).toThrow(shared);
    expect(() => placeOf(prod, { stages: [named, prod] })).toThrow(`prod and ${name} would share the account`);
  });

  it('may be one account for stages that keep nothing', () => {
    expect(placeOf(test, { accountInUse: ofDev, stages })).toMatchObject({ account: ofDev });
  });

  it('must be named before data is kept there', () => {
    const { account: _, ...unpinned } = prod;
    expect(() => placeOf(unpinned, { accountInUse: ofProd, stages })).toThrow('infra/stages.ts must name its account');
  });
});

describe('synthesis', () => {
  it.each<[why: string, stage: Stage, accountInUse: string | undefined, says: string]>([
    ['a region that is not allowed', { ...dev, region: 'us-east-1' }, undefined, 'cannot be in the region us-east-1'],
    ['credentials of another account', prod, ofDev, `prod belongs into ${ofProd}`],
    ['an account that nobody has named for its data', stageOf('prod'), ofProd, 'must name its account'],
  ])('is refused for %s', async (_, stage, accountInUse, says) => {
    await buildFunctions();
    expect(() => addStacks(new App(), stage, accountInUse)).toThrow(says);
  });
});
