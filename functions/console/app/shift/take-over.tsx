import type { RingingPlace } from '#shared/domain/people/roster/duty-now.ts';
import { useSignal } from '@preact/signals';
import type { Duty, ShiftCase } from '../api/answers.ts';
import { CentreForm } from '../centre/centre-form.tsx';
import { loadDuty } from '../duty/duty.ts';
import { Select } from '../form/fields.tsx';
import { me, nameOf } from '../frame/people.ts';
import { centreWords, say, words } from '../frame/texts.ts';
import { sayColleague, useColleagues } from '../team/colleagues.ts';
import { CasesOf } from './cases-of.tsx';

/** What is said of when the ladder calls whoever took over. */
const saysRings = { first: 'ringsYou', later: 'ringsYouLater', not_now: 'ringsNotYou' } as const;

/** "I take over": from whom, what that does, and then the cases that the person who leaves still holds. */
export function TakeOver({
  duty,
  cases,
  reload,
}: {
  duty: Duty;
  cases: readonly ShiftCase[];
  reload: () => Promise<void>;
}) {
  const w = centreWords().shift;
  const colleagues = useColleagues();
  const taken = useSignal<{ from: string | undefined; rings: RingingPlace } | undefined>(undefined);
  // Before the names are there, "from nobody" would be all that can be said.
  if (colleagues === undefined) return <p>{words().frame.loading}</p>;
  const onShift = new Set(duty.rungs.flatMap(({ people }) => people).map(({ id }) => id));
  const others = colleagues.filter(({ id }) => id !== me.value?.id);
  const here = others.filter(({ id }) => onShift.has(id));
  const optionsOf = (some: typeof others) => some.map((one) => ({ code: one.id, label: sayColleague(one).label }));
  return (
    <section class="take-over" aria-labelledby="take-over-title">
      <h2 id="take-over-title">{w.takeOver}</h2>
      <p>{w.takeOverMeans}</p>
      <CentreForm
        command="takeOver"
        empty={{ from: '' }}
        body={({ from }) => (from === '' ? {} : { from })}
        submit={w.takeOver}
        reload={loadDuty}
        onDone={({ from, rings }) => {
          taken.value = { from, rings };
        }}
      >
        {(form) => (
          <Select
            form={form}
            name="from"
            label={w.from}
            none={w.fromNobody}
            options={[
              { label: w.onShift, options: optionsOf(here) },
              { label: w.colleagues, options: optionsOf(others.filter((one) => !here.includes(one))) },
            ].filter(({ options }) => options.length > 0)}
          />
        )}
      </CentreForm>
      <output>
        {taken.value === undefined ? null : (
          <span class="told">
            {w.isYours} {w[saysRings[taken.value.rings]]}
          </span>
        )}
      </output>
      {taken.value?.from === undefined ? null : (
        <CasesOf
          key={taken.value.from}
          holder={taken.value.from}
          title={say(w.theirCases, { name: nameOf(taken.value.from) })}
          cases={cases}
          reload={reload}
        />
      )}
    </section>
  );
}
