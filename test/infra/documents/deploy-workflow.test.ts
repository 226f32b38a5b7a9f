import { existsSync, readFileSync } from 'node:fs';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { checks } from '#infra/operations/preflight/preflight.ts';
import { serviceRoles, stackName } from '#infra/stacks.ts';
import { stageNames } from '#infra/stage-names.ts';

const workflow = readFileSync('docs/deploy-workflow.yml', 'utf8');
const page = readFileSync('docs/deploy-from-github.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** The JSON blocks of the page: who may take the role, and what it may do. */
const [trust, rights] = [...page.matchAll(/```json\n(.*?)```/gsu)].map(
  ([, json = '']) =>
    JSON.parse(json) as { Statement: { Sid?: string; Action: string | string[]; Condition?: object }[] },
);

describe('the example of a workflow', () => {
  it('is YAML', async () => {
    expect(await format(workflow, { parser: 'yaml', printWidth: 120, singleQuote: true })).toBe(workflow);
  });

  it('runs commands that there are', () => {
    const named = [...workflow.matchAll(/npm run ([\w:-]+)/gu)].map(([, name = '']) => name);
    expect(named).toEqual(['preflight', 'deploy']);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
    expect(existsSync('node_modules/.bin/cdk')).toBe(true);
  });

  it('offers the stages on AWS, and goes back from the last stack to the first', () => {
    const deployed = stageNames.filter((name) => name !== 'local');
    expect(workflow).toContain(`options: [${deployed.join(', ')}]`);
    expect(workflow).toContain(`for role in ${serviceRoles.toReversed().join(' ')}; do`);
    expect(stackName('prod', 'Reactors')).toBe('Besa-prod-Reactors');
    expect(workflow).toContain('"Besa-$STAGE-$role" --exclusively');
  });

  it('has no key, and takes every action by its commit', () => {
    expect(workflow).not.toMatch(/secrets\.|access-key|aws-secret/u);
    const actions = [...workflow.matchAll(/uses: (\S+)/gu)].map(([, action = '']) => action);
    expect(actions).toHaveLength(5);
    expect(actions.filter((action) => !/@[0-9a-f]{40}$/u.test(action))).toEqual([]);
  });

  it('gives no job more than it needs, and no input to a shell but by its environment', () => {
    expect(workflow).toContain('\npermissions: {}\n');
    expect(workflow.match(/id-token: write/gu)).toHaveLength(1);
    expect(workflow).not.toMatch(/contents: write|write-all/u);
    for (const [, command = ''] of workflow.matchAll(/run: (.*(?:\n {10}.*)*)/gu)) expect(command).not.toContain('${{');
  });
});

describe('the role that it takes', () => {
  it('may do what preflight asks for and take the roles of the bootstrap, and nothing else', () => {
    const needed = new Set(checks.flatMap(({ needs }) => needs));
    // Whose credentials they are anybody may ask.
    needed.delete('sts:GetCallerIdentity');
    const [assume, preflight, ...others] = rights?.Statement ?? [];
    expect(others).toEqual([]);
    expect(assume).toMatchObject({
      Action: 'sts:AssumeRole',
      Resource: 'arn:aws:iam::<account>:role/cdk-hnb659fds-*-<account>-<region>',
    });
    expect(preflight?.Action).toEqual([...needed].toSorted());
  });

  it('can be taken by one environment of one repository', () => {
    expect(trust?.Statement).toHaveLength(1);
    expect(trust?.Statement[0]?.Condition).toEqual({
      StringEquals: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': 'repo:<owner>/<repository>:environment:<stage>',
      },
    });
  });
});
