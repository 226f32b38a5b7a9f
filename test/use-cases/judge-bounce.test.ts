import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { isReached } from '#shared/domain/people/person.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { Rung } from '#shared/domain/sla/clock-policy.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { RecentBounces } from '#shared/ports/undelivered.ts';
import { judgeBounce } from '#shared/use-cases/telling/judge-bounce.ts';
import { aPerson } from '#test/support/builders.ts';

const start = '2026-11-20T22:10:00.000Z';
const rungs: Rung[] = [
  { id: 'first', duties: ['duty', 'desk'] },
  { id: 'second', duties: ['backup'] },
];

/** A directory whose mails come back: what is decided is written, as the writer does in one transaction. */
function centreOf(people: readonly Person[]) {
  const members = new Map(people.map((one) => [one.id, one]));
  let recent: RecentBounces = { revision: 0, bounces: [] };
  let now = start;
  const holders = (duties: readonly string[], at: string) =>
    [...members.values()].filter((one) => isReached(one, at) && one.duties.some((duty) => duties.includes(duty)));
  const judge = judgeBounce({
    directory: {
      member: async (id) => members.get(id),
      rota: async () => ({ holders, marked: () => [], changesWithin: () => [0] }),
    },
    undelivered: { recentBounces: async () => recent },
    country: { ladder: { rungs } },
  });
  return {
    later: (minutes: number) => void (now = plusMinutes(now, minutes)),
    member: (id: string) => members.get(id)!,
    isReached: (id: string) => isReached(members.get(id)!, now),
    reachedOn: (rung: Rung) => holders(rung.duties, now).map(({ id }) => id),
    remembered: () => recent.bounces,
    bounce: async (id: string, because: 'bounced' | 'complained' = 'bounced', address = members.get(id)!.mail) => {
      const { isProvider, addresses } = await judge(id, address, because, now);
      if (addresses !== undefined) recent = { revision: recent.revision + 1, bounces: addresses.bounces.bounces };
      for (const { member, before, after } of addresses?.marks ?? []) {
        const { unreachable, ...rest } = members.get(member)!;
        expect(unreachable).toEqual(before);
        members.set(member, { ...rest, ...(after === undefined ? {} : { unreachable: after }) });
      }
      return isProvider;
    },
  };
}

const at = (id: string, domain: string, ...duties: string[]) => aPerson(id, { mail: `${id}@${domain}`, duties });
const pair = [at('ana', 'centre.example', 'duty'), at('bora', 'mail.example', 'desk')];

describe('An address whose mail came back', () => {
  test('is marked when somebody else of the rung is reached', async () => {
    const centre = centreOf(pair);
    expect(await centre.bounce('ana')).toBe(false);
    expect(centre.member('ana').unreachable).toMatchObject({ since: start, tries: 1, because: 'bounced' });
  });

  test('of the last who is reached on a rung stays in use', async () => {
    const centre = centreOf(pair);
    await centre.bounce('ana');
    centre.later(20);
    await centre.bounce('bora');
    expect(centre.isReached('bora')).toBe(true);
    centre.later(40);
    // The first one is tried again: now the second may be passed over.
    await centre.bounce('bora');
    expect(centre.isReached('bora')).toBe(false);
  });

  test('of somebody on two rungs stays in use where one of them has nobody else', async () => {
    const centre = centreOf([...pair, at('cile', 'other.example', 'duty', 'backup')]);
    await centre.bounce('cile');
    expect(centre.isReached('cile')).toBe(true);
  });

  test('of nobody on the ladder is marked, and so is an institution’s', async () => {
    const centre = centreOf([
      at('clerk', 'centre.example'),
      at('police', 'police.example', 'institution:state_police'),
    ]);
    for (const id of ['clerk', 'police']) await centre.bounce(id);
    expect([centre.isReached('clerk'), centre.isReached('police')]).toEqual([false, false]);
  });

  test('that was corrected meanwhile says nothing', async () => {
    const centre = centreOf(pair);
    await centre.bounce('ana', 'bounced', 'ana@old.example');
    expect(centre.isReached('ana')).toBe(true);
    expect(centre.remembered()).toEqual([]);
  });
});

describe('Mails to several addresses of one domain that come back within ten minutes', () => {
  const many = [...pair, at('drita', 'centre.example', 'duty'), at('elira', 'centre.example', 'desk')];

  test('are the provider: nobody is marked, and the mark of the first is taken off', async () => {
    const centre = centreOf(many);
    expect(await centre.bounce('ana')).toBe(false);
    expect(centre.isReached('ana')).toBe(false);
    centre.later(9);
    expect(await centre.bounce('drita')).toBe(true);
    expect(await centre.bounce('ana')).toBe(true);
    expect(await centre.bounce('elira')).toBe(true);
    expect(many.map(({ id }) => centre.isReached(id))).toEqual([true, true, true, true]);
  });

  test('leave a mark of an earlier day as it is', async () => {
    const centre = centreOf(many);
    await centre.bounce('ana');
    centre.later(11);
    expect(await centre.bounce('drita')).toBe(false);
    expect([centre.isReached('ana'), centre.isReached('drita')]).toEqual([false, false]);
  });

  test('are two people’s own marks when the domains differ, or when both share one address', async () => {
    const centre = centreOf([
      ...many,
      aPerson('fatmir', { mail: 'Duty@shared.example', duties: ['duty'] }),
      aPerson('gent', { mail: 'duty@shared.example', duties: ['desk'] }),
    ]);
    expect(await centre.bounce('ana')).toBe(false);
    expect(await centre.bounce('fatmir')).toBe(false);
    expect(await centre.bounce('gent')).toBe(false);
  });

  test('are no wave when people only complain', async () => {
    const centre = centreOf(many);
    expect(await centre.bounce('ana', 'complained')).toBe(false);
    expect(await centre.bounce('drita', 'complained')).toBe(false);
    expect([centre.isReached('ana'), centre.isReached('drita')]).toEqual([false, false]);
  });

  test('are remembered with a bound', async () => {
    const crowd = Array.from({ length: 60 }, (_, n) => at(`one-${n}`, `d${n}.example`, 'duty'));
    const centre = centreOf(crowd);
    for (const { id } of crowd) await centre.bounce(id);
    expect(centre.remembered()).toHaveLength(40);
    centre.later(10);
    await centre.bounce('one-59');
    expect(centre.remembered()).toHaveLength(1);
  });
});

test('No run of bounces takes the last who is reached off a rung', async () => {
  const domains = ['centre.example', 'mail.example'];
  const duties = ['duty', 'desk', 'backup'];
  const people = fc.array(fc.record({ domain: fc.constantFrom(...domains), duties: fc.subarray(duties) }), {
    minLength: 1,
    maxLength: 6,
  });
  const steps = fc.array(
    fc.record({
      who: fc.nat(5),
      because: fc.constantFrom('bounced' as const, 'complained' as const),
      after: fc.constantFrom(0, 1, 9, 11, 61, 400, 1500),
    }),
    { maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(people, steps, async (given, bounces) => {
      const known = given.map((one, n) => at(`one-${n}`, one.domain, ...one.duties));
      const centre = centreOf(known);
      for (const { who, because, after } of bounces) {
        centre.later(after);
        const before = rungs.filter((rung) => centre.reachedOn(rung).length > 0);
        await centre.bounce(known[who % known.length]!.id, because);
        for (const rung of before) expect(centre.reachedOn(rung)).not.toEqual([]);
      }
    }),
  );
});
