import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { Fact } from '#shared/domain/keeping/case-fact.ts';
import { freezesAt, quartersOf } from '#shared/domain/keeping/quarters.ts';
import { freezeQuarter } from '#shared/domain/keeping/statistics.ts';
import type { statisticsTables } from '#shared/domain/keeping/statistics.ts';
import type { Gender } from '#shared/domain/report/report.ts';
import { aFact } from '#test/support/figures.ts';
import { zembla } from '#test/support/invented-country.ts';

const now = '2027-01-30T01:00:00.000Z';
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

  it('say of a quarter with four reports how many there were and what became of the promise, and nothing else', () => {
    const { reports, victims, administrative, addresses, tables } = freeze(many(4));
    expect({ reports, victims, administrative }).toEqual({ reports: 4, victims: null, administrative: null });
    expect(addresses).toBe(8);
    const { promise, lateBy, readInTime, ...aboutChildren } = tables;
    expect(promise.cells.map(({ count }) => count)).toEqual([4, 0, 0]);
    expect(lateBy?.total).toBe(0);
    expect(readInTime?.total).toBe(4);
    for (const { total, cells } of Object.values(aboutChildren)) {
      expect(total).toBeNull();
      for (const { count } of cells) expect(count).toBeNull();
    }
  });

  it.each([
    [100, 0],
    [98, 2],
    [90, 10],
    [0, 1],
    [0, 0],
  ])('show the promise as it was kept %i times and missed %i times', (kept, missed) => {
    const { promise } = freeze([...many(kept), ...many(missed, { promise: 'missed', lateBy: 'over_24h' })]).tables;
    expect(promise.total).toBe(kept + missed);
    expect(promise.cells.map(({ count }) => count)).toEqual([kept, missed, 0]);
    for (const { percent } of promise.cells) expect(percent === undefined).toBe(kept + missed < 20);
  });

  it('show by how much it was missed, and of older facts that nobody knows', () => {
    const late = [
      ...many(3, { promise: 'missed', lateBy: 'up_to_24h' }),
      ...many(1, { promise: 'missed', lateBy: 'over_24h' }),
      ...many(2, { promise: 'missed' }),
    ];
    const { lateBy } = freeze([...many(20), ...late]).tables;
    expect(lateBy?.cells.map(({ code, count }) => [code, count])).toEqual([
      ['up_to_24h', 3],
      ['over_24h', 1],
      ['unknown', 2],
    ]);
  });

  it('judge anew whoever was never opened: nothing runs for ever', () => {
    const { outcome: _, ...open } = aFact({ promise: 'running', read: 'running', runsUntil: '2026-12-03' });
    const { promise, readInTime, lateBy } = freeze([...many(20), open, open]).tables;
    expect(promise.cells.map(({ count }) => count)).toEqual([20, 2, 0]);
    expect(readInTime?.cells.map(({ count }) => count)).toEqual([20, 2, 0, 0]);
    expect(lateBy?.cells.map(({ count }) => count)).toEqual([0, 2, 0]);
    const { outcome: __, ...reopened } = aFact({ promise: 'running', reopened: 1, runsUntil: '2027-01-31' });
    expect(freeze([reopened]).tables.promise.cells.map(({ count }) => count)).toEqual([0, 0, 1]);
  });

  it('show 62 per cent of girls, though one victim is of another gender', () => {
    const victims = (count: number, gender: Gender) => many(count, { victims: [{ ageBand: '14', gender }] });
    const { gender } = freeze([
      ...victims(62, 'female'),
      ...victims(34, 'male'),
      ...victims(1, 'other'),
      ...victims(4, 'unknown'),
    ]).tables;
    expect(gender.cells).toEqual([
      { code: 'female', count: 62, percent: 61 },
      { code: 'male', count: 34, percent: 34 },
      { code: 'other_or_unknown', count: 5, percent: 5 },
    ]);
  });

  it('cut the age at 18 and 30, and leave out no victim of whom release 0.1.0 wrote the wider band', () => {
    const of = (ageBand: Fact['victims'][number]['ageBand']) => many(10, { victims: [{ ageBand, gender: 'male' }] });
    const now = freeze([...of('16-17'), ...of('18'), ...of('19-30')]).tables.ageBand;
    expect(now.cells.map(({ code }) => code)).toContain('18');
    expect(now.cells.map(({ code }) => code)).not.toContain('18-30');
    const mixed = freeze([...of('16-17'), ...of('18'), ...of('19-30'), ...of('18-30')]).tables.ageBand;
    expect(mixed.total).toBe(40);
    expect(mixed.cells.filter(({ code }) => code.startsWith('18') || code.startsWith('19'))).toEqual([
      { code: '18-30', count: 30, percent: 75 },
    ]);
  });

  it('hold nothing of a child at special risk', () => {
    const plain = freeze(many(30));
    expect(freeze(many(30, { disability: true, community: 'roma' }))).toEqual(plain);
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
