import { randomBytes } from 'node:crypto';
import * as fc from '#test/support/fast-check.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { country } from '#shared/country/current.ts';
import { caseNumberFrom } from '#shared/domain/identifiers.ts';
import { KeysUnavailable } from '#shared/ports/sealing.ts';
import { callHandler, postOf } from '#test/support/gateway.ts';
import { openIntake, report, send } from './intake-on-a-database.ts';
import type { OpenIntake } from './intake-on-a-database.ts';

let intakeAt: OpenIntake;
beforeAll(async () => {
  intakeAt = await openIntake();
});
afterAll(() => intakeAt.stop());

const here: OpenIntake['here'] = (instead) => intakeAt.here(instead);
const rows = () => intakeAt.rows();

describe('when something stands in the way', () => {
  it('draws another number when one is taken', async () => {
    const taken = randomBytes(5);
    const draws = [taken, taken, randomBytes(5)];
    const { intake } = here({ randomBytes: () => draws.shift() ?? randomBytes(5) });
    const first = await send(intake, report);
    const second = await send(intake, report);
    expect(first.json['caseNumber']).toBe(caseNumberFrom(taken));
    expect(second.status).toBe(201);
    expect(second.json['caseNumber']).not.toBe(first.json['caseNumber']);
  });

  it('tries again when others write at the same time, and in the end asks to be asked again', async () => {
    const store = reportStore(intakeAt.database.db, intakeAt.database.tables);
    let conflicts = 3;
    const pauses: number[] = [];
    const pause = async (attempt: number): Promise<void> => {
      pauses.push(attempt);
    };
    const { intake } = here({
      pause,
      store: {
        store: async (newCase) => (conflicts-- > 0 ? { stored: false, because: 'conflict' } : store.store(newCase)),
      },
    });
    expect((await send(intake, report)).status).toBe(201);
    expect(pauses).toEqual([1, 2, 3]);

    const never = here({ pause, store: { store: async () => ({ stored: false, because: 'conflict' }) } });
    const answer = await send(never.intake, report);
    expect(answer.status).toBe(409);
    expect(Number(answer.headers['Retry-After'])).toBeGreaterThan(0);
  });

  it('stores nothing and says so when there are no keys: never in plain', async () => {
    const before = (await rows()).length;
    const { intake } = here({
      keys: {
        make: async () => {
          throw new KeysUnavailable(undefined);
        },
      },
    });
    const answer = await send(intake, report);
    expect(answer.status).toBe(503);
    expect(answer.headers).toHaveProperty('Retry-After');
    expect(await rows()).toHaveLength(before);
  });
});

describe('what is refused', () => {
  it.each([
    ['missing', undefined, 'missing_idempotency_key'],
    ['empty', '', 'missing_idempotency_key'],
    ['too short', 'x'.repeat(15), 'invalid_idempotency_key'],
    ['too long', 'x'.repeat(256), 'invalid_idempotency_key'],
    ['with a blank', 'sixteen characters', 'invalid_idempotency_key'],
    ['not ASCII', 'ëëëëëëëëëëëëëëëë', 'invalid_idempotency_key'],
    ['that of anybody', '0000000000000000', 'invalid_idempotency_key'],
  ])('a key that is %s', async (_, key, code) => {
    const { headers, ...request } = postOf('/v1/reports', report);
    const { 'Idempotency-Key': __, ...others } = headers ?? {};
    const answer = await callHandler(here().intake, {
      ...request,
      headers: key === undefined ? others : { ...others, 'Idempotency-Key': key },
    });
    expect(answer.status).toBe(400);
    expect(answer.json['type']).toBe(`urn:besa:problem:${code}`);
  });

  it('a key that cannot be random: the answer says which header, and what is right', async () => {
    const { fieldProblems } = await country.loadProblemTexts();
    const weak = { 'Idempotency-Key': 'undefinedundefined', 'Accept-Language': 'en' };
    const answer = await send(here().intake, report, weak);
    expect(answer.json['errors']).toEqual([
      { pointer: '/Idempotency-Key', code: 'weak_key', message: fieldProblems.weak_key['en'] },
    ]);
    const inAlbanian = await send(here().intake, report, { ...weak, 'Accept-Language': 'sq' });
    expect(inAlbanian.json['errors']).toMatchObject([{ message: fieldProblems.weak_key['sq'] }]);
  });

  it('is answered in the language of the body, with help', async () => {
    const problemTexts = await country.loadProblemTexts();
    const answer = await send(here().intake, { language: 'en', category: 'x' }, { 'Accept-Language': 'sq' });
    expect(answer.status).toBe(422);
    expect(answer.json['title']).toBe(problemTexts.problems.invalid_fields.title['en']);
    expect(answer.json['help']).not.toEqual([]);
  });

  it('stores nothing and is never our fault, whatever JSON is sent', async () => {
    const real = reportStore(intakeAt.database.db, intakeAt.database.tables);
    let stored = 0;
    let taken = 0;
    const { intake } = here({
      store: {
        store: (newCase) => {
          stored += 1;
          return real.store(newCase);
        },
      },
    });
    const nearly = fc.record({ category: fc.constant('not_sure'), flags: fc.jsonValue(), urls: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), nearly), async (body) => {
        const { status } = await send(intake, body);
        expect(status).toBeLessThan(500);
        if (status === 201) taken += 1;
        expect(stored).toBe(taken);
      }),
    );
  });
});
