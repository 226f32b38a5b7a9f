import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { Fact } from '#shared/domain/keeping/case-fact.ts';
import { freezesAt, quartersOf } from '#shared/domain/keeping/quarters.ts';
import { freezeQuarter } from '#shared/domain/keeping/statistics.ts';
import type { statisticsTables } from '#shared/domain/keeping/statistics.ts';
import { zembla } from '#test/support/invented-country.ts';

const now = '2027-01-30T01:00:00.000Z';
const aFact = (overrides: Partial<Fact> = {}): Fact => ({
  quarter: '2026-Q4',
  category: 'cyberbullying',
  channel: 'web',
  severity: 'normal',
  victims: [{ ageBand: '14', gender: 'female' }],
  addresses: 2,
  outcome: 'advice_given',
  promise: 'kept',
  reopened: 0,
  ...overrides,
});
const many = (count: number, overrides: Partial<Fact> = {}) => Array.from({ length: count }, () => aFact(overrides));
const freeze = (facts: readonly Fact[]) => freezeQuarter('2026-Q4', facts, albania, now);
const cellOf = (facts: readonly Fact[], table: (typeof statisticsTables)[number], code: string) =>
  freeze(facts).tables[table].cells.find((cell) => cell.code === code);

describe('The figures of a quarter', () => {
  const facts = [
    ...many(30),
    ...many(10, { category: 'sexual_extortion', victims: [{ ageBand: '15', gender: 'male' }], promise: 'missed' }),
    ...many(6, { outcome: 'test', addresses: 50 }),
  ];

  it('count reports, victims and addresses, and show administrative ends apart', () => {
    expect(freeze(facts)).toMatchObject({ reports: 40, administrative: 6, victims: 40, addresses: 80 });
    expect(cellOf(facts, 'outcome', 'test')).toBeUndefined();
  });

  it('say what it was about, who was hurt, and whether the promise was kept', () => {
    expect(cellOf(facts, 'gender', 'male')).toEqual({ code: 'male', count: 10, percent: 25 });
    const { promise } = freeze(facts).tables;
    expect(promise.total).toBe(40);
    expect(promise.cells.map(({ code }) => code)).toEqual(['kept', 'missed', 'running']);
  });

  it('say by which way and of what age, and what is still open, each among all', () => {
    const { outcome: _, ...open } = aFact({ channel: 'school', victims: [{ ageBand: '16-17', gender: 'female' }] });
    const all = { ...albania, statistics: { ...albania.statistics, smallestCell: 0 } };
    const { tables } = freezeQuarter('2026-Q4', [...many(20), ...Array.from({ length: 20 }, () => open)], all, now);
    const half = { count: 20, percent: 50 };
    expect(tables.channel.cells).toContainEqual({ code: 'school', ...half });
    expect(tables.ageBand.cells).toContainEqual({ code: '16-17', ...half });
    expect(tables.outcome.cells).toContainEqual({ code: 'open', ...half });
    expect(tables.outcome.cells).toContainEqual({ code: 'advice_given', ...half });
    expect(tables.category.cells).toContainEqual({ code: 'cyberbullying', count: 40, percent: 100 });
    expect(tables.promise.cells).toContainEqual({ code: 'kept', count: 40, percent: 100 });
  });

  it('say whether it helped, beside how many reporters said nothing of it', () => {
    const asked = [...many(12, { helped: 'yes' }), ...many(8, { helped: 'no' }), ...many(20)];
    const { helped } = freeze(asked).tables;
    expect(helped.total).toBe(40);
    expect(helped.cells.map(({ code }) => code)).toEqual(['yes', 'partly', 'no', 'not_said']);
    expect(cellOf(asked, 'helped', 'yes')).toEqual({ code: 'yes', count: 12, percent: 30 });
  });

  it('have in every table each code of the country, however seldom it occurs', () => {
    const { category } = freeze([]).tables;
    expect(category.cells.map(({ code }) => code)).toEqual(albania.categories.map(({ code }) => code));
    for (const { count } of category.cells) expect(count).toBeNull();
  });

  it('say nothing of a quarter with four reports', () => {
    expect(freeze(many(4))).toMatchObject({ reports: null, victims: null });
  });

  it('are made a month after the quarter, by the calendar of the country', () => {
    expect(freezesAt('2026-Q4', albania.statistics, 'Europe/Tirane')).toBe('2027-01-29T23:00:00.000Z');
    expect(freezesAt('2026-Q2', albania.statistics, 'Europe/Tirane')).toBe('2026-07-29T22:00:00.000Z');
  });

  it('are made before the first case of the quarter may be erased, so that all of it is counted once', () => {
    const kept = Object.values(albania.retention.days).flatMap((days) => Object.values(days));
    expect(albania.statistics.freezeAfterDays).toBeLessThan(Math.min(...kept));
  });

  it('stand by quarters of a year', () => {
    expect(quartersOf(2026).map(({ quarter }) => quarter)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
    expect(quartersOf(2026)[0]?.months).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(quartersOf(2026)[3]?.months).toEqual(['2026-10', '2026-11', '2026-12']);
  });
});

describe('Another country', () => {
  it('publishes its own categories, with its own numbers of what is small', () => {
    const { reports, tables } = freezeQuarter('2026-Q4', many(3, { category: 'mocking' }), zembla, now);
    expect(reports).toBe(3);
    expect(tables.category.cells.map(({ code }) => code)).toEqual(['mocking', 'lured', 'lost_pet']);
    expect(tables.outcome.cells.find(({ code }) => code === 'advice_given')?.percent).toBeUndefined();
    expect(freezesAt('2026-Q4', zembla.statistics, zembla.timeZone)).toBe('2027-01-01T18:30:00.000Z');
  });
});
