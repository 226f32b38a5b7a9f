import {
  DeleteFunctionConcurrencyCommand,
  GetEventSourceMappingCommand,
  GetFunctionConcurrencyCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  ListFunctionsCommand,
  ListTagsCommand,
  PutFunctionConcurrencyCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { readTag, written } from '#infra/operations/pausing/before-pause.ts';
import { goesOn, pauseStage, resumeStage } from '#infra/operations/pausing/pausing.ts';
import { listed, ofType, rightsOf, servicesOf, templatesOf } from '../../templates.ts';

const prod = await templatesOf('prod');
const services = servicesOf(prod);
const names = Object.values(prod.functions).map(({ name }) => name);

interface Running {
  name: string;
  physicalName: string;
  description: string;
  reserved?: number | undefined;
  tags: Record<string, string>;
  sources: Record<string, 'Enabled' | 'Disabled' | 'Enabling' | 'Disabling'>;
}

/**
 * Lambda with the functions of the template and one of somebody else, as far as a pause uses it. An event source takes two
 * looks to switch. `only` leaves out all others. `breaksAt` makes the call of that number fail: of those that change something, counted from one.
 */
function lambdaOnAws({ breaksAt = Number.POSITIVE_INFINITY, only = names } = {}) {
  const lambda = new LambdaClient({ region: 'eu-central-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  const mock = mockClient(lambda);
  const functions = new Map<string, Running>();
  const changes: string[] = [];
  let breaks = breaksAt;
  const fed = Object.values(ofType(services, 'AWS::Lambda::EventSourceMapping'));
  for (const [id, { name }] of Object.entries(prod.functions)) {
    if (!only.includes(name)) continue;
    const { ReservedConcurrentExecutions, Description } = services.Resources[id]?.Properties ?? {};
    const its = fed.filter(({ Properties }) => (Properties['FunctionName'] as { Ref: string }).Ref === id);
    functions.set(`arn:${name}`, {
      name,
      physicalName: `Besa-prod-Reactors-${id}-Ab1`,
      description: Description as string,
      reserved: ReservedConcurrentExecutions as number | undefined,
      tags: { 'besa:stage': 'prod' },
      sources: Object.fromEntries(its.map((_, index) => [`${name}-${index}`, 'Enabled' as const])),
    });
  }
  functions.set('arn:baker', {
    name: 'baker',
    physicalName: 'Besa-prod-like',
    description: 'Besa prod: baker',
    tags: {},
    sources: { 'baker-0': 'Enabled' },
  });
  const of = (arn: string | undefined): Running => {
    const found = functions.get(arn ?? '');
    if (found === undefined) throw new Error(`There is no function ${arn}.`);
    return found;
  };
  const ownerOf = (uuid: string | undefined): Running => {
    const found = [...functions.values()].find(({ sources }) => sources[uuid ?? ''] !== undefined);
    if (found === undefined) throw Object.assign(new Error('gone'), { name: 'ResourceNotFoundException' });
    return found;
  };
  const change = (what: string): void => {
    breaks -= 1;
    if (breaks === 0) throw new Error(`broken off at: ${what}`);
    changes.push(what);
  };
  const all = () =>
    [...functions].map(([FunctionArn, { physicalName: FunctionName, description: Description, name }]) => ({
      FunctionArn,
      FunctionName,
      Description,
      Timeout: name === 'retention' ? 300 : 30,
    }));
  mock
    .on(ListFunctionsCommand)
    .callsFake(({ Marker }: { Marker?: string }) =>
      Marker === undefined ? { Functions: all().slice(0, 5), NextMarker: 'next' } : { Functions: all().slice(5) },
    );
  mock.on(GetFunctionConcurrencyCommand).callsFake(({ FunctionName }: { FunctionName: string }) => ({
    ReservedConcurrentExecutions: of(FunctionName).reserved,
  }));
  mock.on(ListTagsCommand).callsFake(({ Resource }: { Resource: string }) => ({ Tags: of(Resource).tags }));
  mock.on(ListEventSourceMappingsCommand).callsFake(({ FunctionName }: { FunctionName: string }) => ({
    EventSourceMappings: Object.entries(of(FunctionName).sources).map(([UUID, State]) => ({ UUID, State })),
  }));
  mock.on(GetEventSourceMappingCommand).callsFake(({ UUID }: { UUID: string }) => {
    const { sources } = ownerOf(UUID);
    const State = sources[UUID];
    if (State === 'Enabling') sources[UUID] = 'Enabled';
    if (State === 'Disabling') sources[UUID] = 'Disabled';
    return { UUID, State };
  });
  mock.on(UpdateEventSourceMappingCommand).callsFake(({ UUID, Enabled }: { UUID: string; Enabled: boolean }) => {
    const { sources } = ownerOf(UUID);
    if (sources[UUID] === 'Enabling' || sources[UUID] === 'Disabling') {
      throw Object.assign(new Error('in use'), { name: 'ResourceInUseException' });
    }
    change(`${UUID} ${Enabled ? 'on' : 'off'}`);
    sources[UUID] = Enabled ? 'Enabling' : 'Disabling';
    return {};
  });
  mock
    .on(PutFunctionConcurrencyCommand)
    .callsFake((input: { FunctionName: string; ReservedConcurrentExecutions: number }) => {
      change(`${of(input.FunctionName).name} reserved ${input.ReservedConcurrentExecutions}`);
      of(input.FunctionName).reserved = input.ReservedConcurrentExecutions;
      return {};
    });
  mock.on(DeleteFunctionConcurrencyCommand).callsFake(({ FunctionName }: { FunctionName: string }) => {
    change(`${of(FunctionName).name} unreserved`);
    of(FunctionName).reserved = undefined;
    return {};
  });
  mock.on(TagResourceCommand).callsFake(({ Resource, Tags }: { Resource: string; Tags: Record<string, string> }) => {
    change(`${of(Resource).name} tagged`);
    Object.assign(of(Resource).tags, Tags);
    return {};
  });
  mock.on(UntagResourceCommand).callsFake(({ Resource, TagKeys }: { Resource: string; TagKeys: string[] }) => {
    change(`${of(Resource).name} untagged`);
    for (const key of TagKeys) delete of(Resource).tags[key];
    return {};
  });
  const said: string[] = [];
  const pausing = {
    stage: 'prod' as const,
    say: (line: string) => void said.push(line),
    pause: async (): Promise<void> => {},
  };
  return {
    functions,
    changes,
    said,
    one: (name: string): Running => of(`arn:${name}`),
    state: () => structuredClone([...functions]),
    pause: () => pauseStage(lambda, pausing),
    resume: () => resumeStage(lambda, pausing),
    mend: () => {
      breaks = Number.POSITIVE_INFINITY;
    },
  };
}

type Aws = ReturnType<typeof lambdaOnAws>;

function expectPaused({ functions }: Aws): void {
  for (const { name, reserved, sources, tags } of functions.values()) {
    const isOther = name === 'baker' || goesOn.includes(name);
    expect([name, reserved === 0, 'besa:paused' in tags]).toEqual([name, !isOther, !isOther]);
    const stillOn = Object.values(sources).filter((state) => state !== 'Disabled');
    expect([name, isOther ? [] : stillOn]).toEqual([name, []]);
  }
}

describe('a pause', () => {
  it('stops every function of the stage but those that go on, and nothing of others', async () => {
    const aws = lambdaOnAws();
    expect(await aws.pause()).toBe(300);
    expectPaused(aws);
    expect(aws.one('baker')).toMatchObject({ sources: { 'baker-0': 'Enabled' }, tags: {} });
    expect(aws.said).toHaveLength(names.length - goesOn.length);
  });

  it('keeps how each ran before anything changes; then stops whoever is asked, and each source before its function', async () => {
    const aws = lambdaOnAws();
    await aws.pause();
    const at = (change: string): number => aws.changes.indexOf(change);
    const lastTag = aws.changes.findLastIndex((change) => change.endsWith(' tagged'));
    expect(lastTag).toBe(names.length - goesOn.length - 1);
    const fed = names.filter((name) => at(`${name}-0 off`) !== -1);
    expect(fed).toContain('triage');
    expect(fed).toContain('relay');
    const firstOff = aws.changes.findIndex((change) => change.endsWith(' off'));
    for (const name of names.filter((one) => !goesOn.includes(one))) {
      const stopped = at(`${name} reserved 0`);
      const [after, before] = fed.includes(name) ? [at(`${name}-0 off`), aws.changes.length] : [lastTag, firstOff];
      expect(stopped).toBeGreaterThan(after);
      expect(stopped).toBeLessThan(before);
    }
  });

  it('lets go on only what can write nothing and send nothing', () => {
    const harmless = /^(dynamodb:(Query|GetItem|BatchGetItem)|logs:.*|kms:.*)$/u;
    const writes = (name: string): boolean =>
      rightsOf(prod, name)
        .filter(({ Effect }) => Effect === 'Allow')
        .some(({ Action }) => listed(Action).some((action) => !harmless.test(action)));
    expect(goesOn.filter(writes)).toEqual([]);
    expect(goesOn.every((name) => names.includes(name))).toBe(true);
    expect(writes('intake')).toBe(true);
  });

  it('refuses where there is no function of the stage', async () => {
    const aws = lambdaOnAws();
    aws.functions.clear();
    await expect(aws.pause()).rejects.toThrow('no function of prod');
    await expect(aws.resume()).rejects.toThrow('no function of prod');
  });
});

describe('going on after a pause', () => {
  it('puts back exactly what was before: reservations, and sources that were off', async () => {
    const aws = lambdaOnAws();
    aws.one('statistics').reserved = 7;
    aws.one('referral').sources = { 'referral-0': 'Disabled', 'referral-1': 'Enabled' };
    const before = aws.state();
    expect(aws.one('sweeper').reserved).toBe(1);
    await aws.pause();
    expectPaused(aws);
    expect(await aws.resume()).toBe(names.length - goesOn.length);
    expect(aws.state()).toEqual(before);
  });

  it('puts back reactors before whoever is asked, and each function before its source', async () => {
    const aws = lambdaOnAws();
    await aws.pause();
    aws.changes.length = 0;
    await aws.resume();
    const at = (change: string): number => aws.changes.indexOf(change);
    expect(at('triage unreserved')).toBeLessThan(at('triage-0 on'));
    expect(at('triage-0 on')).toBeLessThan(at('triage untagged'));
    expect(at('triage untagged')).toBeLessThan(at('intake unreserved'));
  });

  it('can be done twice, and without a pause it does nothing', async () => {
    const aws = lambdaOnAws();
    expect(await aws.resume()).toBe(0);
    expect(aws.changes).toEqual([]);
    await aws.pause();
    await aws.resume();
    expect(await aws.resume()).toBe(0);
  });

  it('leaves alone what somebody else has stopped, or has set meanwhile', async () => {
    const aws = lambdaOnAws();
    await aws.pause();
    aws.one('intake').reserved = 3;
    delete aws.one('statistics').tags['besa:paused'];
    await aws.resume();
    expect(aws.one('intake')).toMatchObject({ reserved: 3, tags: { 'besa:stage': 'prod' } });
    expect(aws.one('statistics').reserved).toBe(0);
    expect(aws.said).toContain('intake: somebody has set its concurrency. It stays so.');
    expect(aws.said).toContain('statistics: stopped by somebody else, not by a pause. It stays stopped.');
  });

  it('knows that a deployment may have made another event source', async () => {
    const aws = lambdaOnAws();
    await aws.pause();
    aws.one('relay').sources = { 'relay-new': 'Enabled' };
    await aws.resume();
    expect(aws.one('relay')).toMatchObject({ reserved: undefined, sources: { 'relay-new': 'Enabled' } });
    expect(aws.said).toContain('relay: its event source relay-0 is gone. A deployment has made another, which is on.');
  });

  it('guesses nothing from a tag that no pause has written', async () => {
    const aws = lambdaOnAws();
    aws.one('intake').tags['besa:paused'] = 'yes';
    await expect(aws.resume()).rejects.toThrow('which no pause has written');
    expect(aws.changes).toEqual([]);
  });
});

describe('broken off anywhere', () => {
  /** One of each kind: asked from outside, with a reservation, fed by a queue and by the stream, and one that goes on. */
  const only = ['intake', 'sweeper', 'triage', 'relay', 'information'];

  it('both can be repeated, and what was before comes back', async () => {
    const whole = lambdaOnAws({ only });
    await whole.pause();
    const pauses = whole.changes.length;
    await whole.resume();
    const resumes = whole.changes.length - pauses;
    for (let at = 1; at <= pauses; at += 1) {
      const aws = lambdaOnAws({ only, breaksAt: at });
      const before = aws.state();
      await expect(aws.pause()).rejects.toThrow('broken off');
      aws.mend();
      // Half of the time somebody goes on at once; else the pause is finished first.
      if (at % 2 === 0) {
        await aws.pause();
        expectPaused(aws);
      }
      await aws.resume();
      expect(aws.state()).toEqual(before);
    }
    for (let at = 1; at <= resumes; at += 1) {
      const aws = lambdaOnAws({ only, breaksAt: pauses + at });
      const before = aws.state();
      await aws.pause();
      await expect(aws.resume()).rejects.toThrow('broken off');
      aws.mend();
      if (at % 2 === 0) {
        await aws.pause();
        expectPaused(aws);
      }
      await aws.resume();
      expect(aws.state()).toEqual(before);
    }
  });

  it('a source that never switches ends the command, with what to do', async () => {
    const aws = lambdaOnAws();
    Object.defineProperty(aws.one('triage').sources, 'triage-0', {
      get: () => 'Updating',
      set: () => {},
      enumerable: true,
    });
    await expect(aws.pause()).rejects.toThrow('does not become Disabled. Run the same command again.');
  });
});

describe('how a function ran', () => {
  it.each([
    { reserved: undefined, sources: [] },
    { reserved: 0, sources: ['0b54f4d2-8a1e-4c19-9f7f-6e1f2a3b4c5d'] },
    { reserved: 12, sources: ['a', 'b'] },
  ])('is read from its tag as it was written: $reserved', (before) => {
    expect(readTag(written(before))).toEqual(before);
    expect(written(before)).toMatch(/^[\w+\-=.:/@ ]{1,256}$/u);
  });

  it.each(['', 'reserved=', 'reserved=x', 'reserved=1 ', 'reserved=none source=', 'source=a'])(
    'is not read from "%s"',
    (tag) => {
      expect(() => readTag(tag)).toThrow('no pause has written');
    },
  );
});
