import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '#test/functions/case-desk/desk.ts';
import { bullying } from '#test/functions/case-desk/reports.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openWholeApi } from './whole-api.ts';
import type { WholeApi } from './whole-api.ts';

catchLog();
let api: WholeApi;
beforeAll(async () => {
  api = await openWholeApi();
  const { caseNumber } = await api.desk.receive(bullying);
  await api.desk.command('officer', caseNumber, 'read', {});
});
afterAll(() => api.stop());

const encoded = (text: string): string => Buffer.from(text).toString('base64url');
/** Where no page ended: other tables' keys, moments that are none, what a key may not hold. */
const forged = [
  '',
  '.',
  'open.',
  'resolved.',
  'open.open.',
  'closed.',
  'not base64 ☃',
  encoded(''),
  encoded('{"pk":{"S":"CASE#1"},"sk":{"S":"META"}}'),
  encoded('__proto__'),
  encoded('2026-11-01T00:00:00.000Z#0000000000000000'),
  encoded('9999-99-99T99:99:99.999Z#ffffffffffffffff'),
  encoded('2026-11-20T22:10:00.000Z#case'),
  encoded('9999-12-31T23:59:59.999Z#case'),
  encoded(`2026-11-20T22:10:00.000Z#${'x'.repeat(60)}`),
  encoded('AUDIT#2026-11'),
  encoded('\u0000'),
  'x'.repeat(201),
  'x'.repeat(4000),
];

const lists = [
  ['/v1/cases', 'officer', {}],
  ['/v1/cases', 'officer', { status: 'resolved' }],
  ['/v1/cases', 'officer', { assignee: people.officer.id }],
  ['/v1/attention', 'supervisor', {}],
  ['/v1/keeping', 'supervisor', { kind: 'due' }],
  ['/v1/keeping', 'supervisor', { kind: 'exports' }],
  ['/v1/access-log', 'auditor', { actor: people.officer.id, month: '2026-11' }],
  ['/v1/directory/audit', 'auditor', { month: '2026-11' }],
] as const;

describe.each(lists)('%s for %s with %o', (resource, who, query) => {
  it.each(forged)('takes a cursor from nowhere for a page or refuses it by name: %s', async (cursor) => {
    const answer = await api.ask({ method: 'GET', resource, who, query: { ...query, cursor } });
    if (answer.status === 200) return;
    expect([answer.status, answer.json['errors']]).toMatchObject([422, [{ pointer: '/cursor' }]]);
  });
});
