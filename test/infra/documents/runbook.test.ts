import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ofType, servicesOf, templatesOf } from '../templates.ts';

const runbook = readFileSync('docs/runbook.md', 'utf8');

it('The command that stops and starts a schedule keeps all else of it', async () => {
  const kept = /aws scheduler update-schedule --state ENABLED[\s\S]+?--query '\{(.+?)\}'/
    .exec(runbook)?.[1]
    ?.split(',');
  const schedules = Object.values(ofType(servicesOf(await templatesOf('prod')), 'AWS::Scheduler::Schedule'));
  const wanted = new Set(schedules.flatMap(({ Properties }) => Object.keys(Properties ?? {})));
  expect(schedules.length).toBeGreaterThan(2);
  // What is not said again goes back to its default.
  expect([...wanted].filter((property) => kept?.includes(`${property}:${property}`) !== true)).toEqual([]);
});
