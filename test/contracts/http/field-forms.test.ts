import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { directoryBodies } from '#shared/contracts/http/directory/changes.ts';
import { fieldProblems } from '#shared/contracts/http/fields.ts';
import { reportSchema } from '#shared/contracts/http/public/report-schema.ts';
import { accessQuery } from '#shared/contracts/http/staff/access-log.ts';
import { commandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import { filing } from '#shared/contracts/http/staff/filing.ts';
import { queueQuery } from '#shared/contracts/http/staff/queue.ts';
import { showCaseQuery } from '#shared/contracts/http/staff/show-case-query.ts';
import { country } from '#shared/country/current.ts';
import type { FieldForm } from '#shared/domain/problems.ts';

const directory = directoryBodies(country);
const report = reportSchema(country);

/** A body with one value that is written in another form. */
const wrong: readonly [FieldForm, z.ZodMiniType, object, string][] = [
  ['country_code', report, { category: 'question', narrative: 'x', place: { country: 'Albania' } }, '/place/country'],
  ['campaign_code', report, { category: 'question', narrative: 'x', campaign: 'no blanks' }, '/campaign'],
  ['email', directory.personChange, { mail: 'arta' }, '/mail'],
  ['phone', directory.personChange, { phone: 'ask Arta' }, '/phone'],
  ['entry_code', directory.institution, { code: 'State Police', inUse: true }, '/code'],
  ['date', directory.campaign, { code: 'SID-27', name: 'x', from: '9.2.2027', to: '2027-02-09' }, '/from'],
  ['date_time', z.strictObject(filing), { channel: 'helpline', receivedAt: 'yesterday' }, '/receivedAt'],
  ['date_time', queueQuery(country), { dueBefore: 'tomorrow' }, '/dueBefore'],
  [
    'date_time',
    commandBodies.target(),
    { timer: '1.resolve.report', deadline: 'Friday', because: 'waiting' },
    '/deadline',
  ],
  ['month', accessQuery, { actor: 'staff-a', month: '2026-13' }, '/month'],
  ['message_number', showCaseQuery, { before: 'all' }, '/before'],
  [
    'time_of_day',
    directory.roster,
    { holidays: [], shifts: [{ duty: 'duty_officer', days: [], from: '8', to: '20:00', holders: [] }] },
    '/shifts/0/from',
  ],
  [
    'person_id',
    directory.roster,
    { holidays: [], shifts: [{ duty: 'duty_officer', days: [], from: '08:00', to: '20:00', holders: ['a b'] }] },
    '/shifts/0/holders/0',
  ],
];

describe('a value in another form', () => {
  it.each(wrong)('is told that it must be a %s', (expected, schema, body, pointer) => {
    const parsed = z.safeParse(schema, body, { reportInput: true });
    expect(fieldProblems(parsed.error as z.core.$ZodError)).toContainEqual({ pointer, code: 'wrong_form', expected });
  });

  it('has a name wherever a request is read: no pattern stands without one', () => {
    const root = join(import.meta.dirname, '../../..');
    const answers = /answer|openapi|access-log|attention|letters|events/;
    const requests = ['shared/contracts/http/**/*.ts', 'functions/**/*.ts']
      .flatMap((glob) => globSync(glob, { cwd: root }))
      .filter((file) => !answers.test(file) && !file.endsWith('/fields.ts'));
    expect(requests.length).toBeGreaterThan(100);
    const nameless = requests.filter((file) => /z\.regex\(/.test(readFileSync(join(root, file), 'utf8')));
    expect(nameless).toEqual([]);
  });
});
