import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAlarms } from '#infra/local/alarms/alarm-plans.ts';
import { alarmWatch, ringsOf } from '#infra/local/alarms/alarm-watch.ts';
import { measurements } from '#infra/local/alarms/measurements.ts';
import { namedTemplates } from '#infra/local/template/besa-templates.ts';
import { readTemplates } from '#infra/local/template/template.ts';
import { synthesizedOnce } from '#test/support/synthesized-once.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { startTinyBesa } from '../tiny-besa.ts';

const minute = 60_000;
const plan = { statistic: 'Sum', periodMs: minute, periods: 1, atLeast: 2 } as const;
/** When it rang. */
const rangAt = (...asked: Parameters<typeof ringsOf>): number[] => ringsOf(...asked).map((ring) => ring.at);
const at = (minutes: number, value: number) => ({ at: minutes * minute, value });

describe('an alarm on a measurement', () => {
  it('rings at the end of the period in which there was enough, counts added up', () => {
    expect(rangAt(plan, [at(0, 1), at(0.5, 1)])).toEqual([minute]);
    expect(rangAt(plan, [at(0, 1), at(1, 1)])).toEqual([]);
    expect(rangAt({ ...plan, statistic: 'Maximum' }, [at(0, 1), at(0.5, 1)])).toEqual([]);
    expect(rangAt({ ...plan, statistic: 'Maximum' }, [at(0, 1), at(0.5, 2)])).toEqual([minute]);
  });

  it('rings within the minute also when it is judged by the day, and then not again on that day', () => {
    const daily = { ...plan, statistic: 'Maximum', periodMs: 24 * 60 * minute } as const;
    expect(rangAt(daily, [at(420, 3), at(421, 2)])).toEqual([421 * minute]);
  });

  it('rings as soon as a day has too many, not when the day is over', () => {
    const erasures = { ...plan, periodMs: 24 * 60 * minute, atLeast: 50 };
    const daily = Array.from({ length: 60 }, (_, hour) => at(hour * 2, 1));
    expect(rangAt(erasures, daily)).toEqual([(49 * 2 + 1) * minute]);
    expect(rangAt(erasures, daily.slice(0, 49))).toEqual([]);
  });

  it('rings once while it lasts, and again after a quiet period', () => {
    expect(rangAt(plan, [at(0, 2), at(1, 2), at(3, 2)])).toEqual([minute, 4 * minute]);
  });

  it('rings when as many periods in a row as it asks for were bad, in whatever order they were measured', () => {
    const three = { ...plan, periods: 3 };
    expect(rangAt(three, [at(2, 2), at(0, 2), at(1, 2), at(3, 2)])).toEqual([3 * minute]);
    expect(rangAt(three, [at(0, 2), at(1, 2), at(3, 2)])).toEqual([]);
  });

  it('is quiet when a quiet period has passed', () => {
    expect(ringsOf(plan, [at(0, 2), at(1, 2), at(3, 2)])).toEqual([
      { at: minute, quietSince: 3 * minute },
      { at: 4 * minute, quietSince: 5 * minute },
    ]);
    const three = { ...plan, periods: 3 };
    expect(ringsOf(three, [at(0, 2), at(1, 2), at(2, 2), at(3, 2), at(6, 2)])).toEqual([
      { at: 3 * minute, quietSince: 5 * minute },
    ]);
  });
});

describe('what has rung', () => {
  const said = {
    alarm: 'Some',
    class: 'look_tomorrow',
    impact: 'It is bad.',
    runbook: 'docs/runbook.md#some',
  } as const;
  const clock = (): { now: number } => ({ now: 0 });
  const iso = (minutes: number): string => new Date(minutes * minute).toISOString();

  it('says since when it is quiet, once it is', async () => {
    const time = clock();
    const watch = alarmWatch([{ ...said, ...plan, watches: { measurement: 'Late' } }], {
      measured: async () => new Map([['Late', [at(0, 2)]]]),
      queues: async () => [],
      now: () => time.now,
    });
    time.now = 1.5 * minute;
    expect(await watch.rang()).toEqual([{ ...said, at: iso(1) }]);
    time.now = 2 * minute;
    expect(await watch.rang()).toEqual([{ ...said, at: iso(1), quietSince: iso(2) }]);
  });

  it('says the same of a queue that was full', async () => {
    const time = clock();
    let visible = 2;
    const watch = alarmWatch([{ ...said, ...plan, watches: { queue: 'dead' } }], {
      measured: async () => new Map(),
      queues: async () => [{ name: 'dead', visible }],
      now: () => time.now,
    });
    await watch.look();
    time.now = 5 * minute;
    expect(await watch.rang()).toEqual([{ ...said, at: iso(0) }]);
    visible = 0;
    expect(await watch.rang()).toEqual([{ ...said, at: iso(0), quietSince: iso(5) }]);
    visible = 3;
    time.now = 9 * minute;
    expect(await watch.rang()).toEqual([
      { ...said, at: iso(0), quietSince: iso(5) },
      { ...said, at: iso(9) },
    ]);
  });
});

describe('the alarms of the template', () => {
  it('are each judged or said not to be; all on Besa’s own measurements and on messages in queues are', async () => {
    const made = await synthesizedOnce('local');
    const { alarms } = made;
    const resources = readTemplates(namedTemplates(made), {
      region: 'eu-south-1',
      accountId: '000000000000',
      queueUrl: (name) => `http://queues/${name}`,
    });
    const { judged, notJudged } = readAlarms(resources, { readsLog: true });
    // What also rings when nothing is measured would ring for every hour that this machine was off.
    const ours = resources.filter(
      ({ properties }) => properties['Namespace'] === 'Besa' && properties['TreatMissingData'] === 'notBreaching',
    );
    expect(ours.length).toBeGreaterThan(5);
    expect(judged.filter(({ watches }) => 'measurement' in watches)).toHaveLength(ours.length);
    expect(judged.filter(({ watches }) => 'queue' in watches).length).toBeGreaterThan(5);

    const said = [...judged, ...notJudged];
    // As the CDK makes ids of paths: a part that repeats the one before it is left out.
    const idOf = (path: string) => path.split('/').filter((part, index, all) => part !== all[index - 1]);
    const known = alarms.map(({ name, ...rest }) => ({ ...rest, name: idOf(name).join('') }));
    expect(said.map(({ alarm }) => alarm).sort()).toEqual(known.map(({ name }) => name).sort());
    for (const { alarm, class: of, impact, runbook } of said) {
      const entry = known.find(({ name }) => name === alarm);
      expect([of, impact]).toEqual([entry?.class, entry?.impact]);
      expect(runbook).toMatch(/^docs\/runbook\.md#[a-z-]+$/);
    }
    expect(judged.filter(({ watches }) => 'failuresOf' in watches).length).toBeGreaterThan(10);
    // Without the log of the functions nothing is judged by it.
    const without = readAlarms(resources, { readsLog: false });
    expect(without.judged.some(({ watches }) => 'measurement' in watches)).toBe(false);
    expect(without.judged.length + without.notJudged.length).toBe(said.length);
  });
});

describe('the measurements of functions', () => {
  it('are read on from where the last reading ended, whole lines only', async () => {
    const logFile = join(temporaryFolder(), 'functions.log');
    const entry = (value: number) =>
      `${JSON.stringify({ _aws: { Timestamp: value, CloudWatchMetrics: [{ Metrics: [{ Name: 'Late' }] }] }, Late: value })}\n`;
    appendFileSync(logFile, `{"code":"ë"}\n${entry(1)}${entry(2).slice(0, 20)}`);
    const read = measurements(logFile);
    expect((await read()).get('Late')).toEqual([{ at: 1, value: 1 }]);
    appendFileSync(logFile, `${entry(2).slice(20)}${entry(0)}no json\n`);
    expect((await read()).get('Late')).toEqual([
      { at: 1, value: 1 },
      { at: 2, value: 2 },
    ]);
    expect((await read()).get('Late')).toHaveLength(2);
  });
});

describe('a local Besa', () => {
  it('says what would have rung, when, and what it means', async () => {
    const besa = await startTinyBesa();
    const list = async () => (await (await fetch(`${besa.url}/local/alarms`)).json()) as { at: string }[];
    await besa.put({ id: 'bad', note: 'poison' });
    expect(await list()).toEqual([]);
    await besa.clock.advance(10 * minute);
    const rang = await list();
    expect(rang).toEqual([
      {
        at: expect.any(String) as string,
        alarm: 'DoerStuck',
        class: 'child_may_be_waiting',
        impact: 'A thing is not done.',
        runbook: 'docs/runbook.md#a-thing',
      },
    ]);
    await besa.clock.advance(10 * minute);
    expect(await list()).toEqual(rang);
    const shown = await (await fetch(`${besa.url}/local/`, { headers: { accept: 'text/html' } })).text();
    expect(shown).toContain('A thing is not done.');
    expect(shown).toContain('it still rings');
    const rest = await (await fetch(`${besa.url}/local/alarms/not-judged`)).json();
    expect(rest).toMatchObject([{ alarm: 'DoerThrottles' }]);
  });

  it('says that a function fails', async () => {
    const besa = await startTinyBesa();
    besa.faults.inject((call) => call.function === 'ticker', { kind: 'crash', when: 'before' });
    await besa.clock.advance(2 * minute);
    const { rang } = await besa.alarms();
    expect(rang.map(({ alarm }) => alarm)).toContain('TickerErrors');
  });
});
