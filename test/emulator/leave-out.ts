import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gaps } from './gaps.ts';
import type { Gap, Part } from './gaps.ts';

type Parts = Record<string, Part & { DependsOn?: string | string[]; UpdatePolicy?: unknown }>;

export interface Template {
  Resources: Parts;
  Outputs?: Parts;
}

/** A part that was left out, with the template it is from. */
export interface LeftOut {
  gap: Gap;
  stack: string;
  name: string;
  from: Template;
}

/** Takes out of the templates of an assembly what the emulator lacks, and answers what that was. */
export function leaveOutGaps(assembly: string): { leftOut: LeftOut[]; resources: number } {
  const files = readdirSync(assembly).filter((file) => file.endsWith('.template.json'));
  const all = files.map((file) => {
    const path = join(assembly, file);
    const from = JSON.parse(readFileSync(path, 'utf8')) as Template;
    const stack = file.replace('.template.json', '');
    const leftOut = Object.entries({ ...from.Resources, ...from.Outputs }).flatMap(([name, part]) => {
      const gap = gaps.find(({ needs }) => needs(part));
      return gap === undefined ? [] : [{ gap, stack, name, from }];
    });
    const kept = without(from, new Set(leftOut.map(({ name }) => name)));
    writeFileSync(path, JSON.stringify(kept));
    return { leftOut, resources: Object.keys(kept.Resources).length };
  });
  return {
    leftOut: all.flatMap(({ leftOut }) => leftOut),
    resources: all.reduce((sum, { resources }) => sum + resources, 0),
  };
}

/** What else speaks of a part that is gone is left as it is. The emulator then refuses it, and the run fails. */
function without({ Resources, Outputs = {}, ...rest }: Template, gone: ReadonlySet<string>): Template {
  const stays = ([name]: [string, Part]): boolean => !gone.has(name);
  const resources = Object.entries(Resources)
    .filter(stays)
    .map(([name, { DependsOn, UpdatePolicy, ...resource }]) => [
      name,
      {
        ...resource,
        ...(DependsOn === undefined ? {} : { DependsOn: [DependsOn].flat().filter((one) => !gone.has(one)) }),
        ...(UpdatePolicy === undefined || speaksOf(UpdatePolicy, gone) ? {} : { UpdatePolicy }),
      },
    ]);
  return {
    ...rest,
    Resources: Object.fromEntries(resources) as Parts,
    Outputs: Object.fromEntries(Object.entries(Outputs).filter(stays)),
  };
}

/** Whether a policy of an update names, by Ref, something that is gone. */
function speaksOf(policy: unknown, gone: ReadonlySet<string>): boolean {
  return [...gone].some((name) => JSON.stringify(policy).includes(`{"Ref":"${name}"}`));
}
