import { Choice, Choices, Group, Line, optionsOf, Select, Area } from '../form/fields.tsx';
import type { Form } from '../form/form-fields.ts';
import { labelOf, labels, words } from '../frame/texts.ts';
import {
  allOutcomes,
  furtherOutcomes,
  givenFor,
  mostAlso,
  noFact,
  outcomesOf,
  type EndFields,
  type FactFields,
} from './end-fields.ts';

/** How a case ends: the outcomes, and what they stand on. It asks for nothing that these outcomes do not need. */
export function EndForm<Fields extends EndFields>({ form: given }: { form: Form<Fields> }) {
  const form = given as unknown as Form<EndFields>;
  const w = words().lifecycle;
  const { outcome, alsoOutcomes } = form.fields;
  const further = furtherOutcomes(outcome);
  const isFull = outcomesOf(form.fields).length > mostAlso;
  const sayOutcome = (code: string): string => labelOf('outcomes', code);
  return (
    <>
      <Select
        form={form}
        name="outcome"
        label={labelOf('fields', 'outcome')}
        none={words().handling.choose}
        options={optionsOf(allOutcomes, sayOutcome)}
      />
      {further.length === 0 ? null : (
        <details class="field" open={alsoOutcomes.length > 0}>
          <summary>{labelOf('fields', 'alsoOutcomes')}</summary>
          <Choices
            form={form}
            name="alsoOutcomes"
            label={labelOf('fields', 'alsoOutcomes')}
            hint={w.mostAlso}
            options={optionsOf(
              further.filter((one) => !isFull || alsoOutcomes.includes(one)),
              sayOutcome,
            )}
          />
        </details>
      )}
      {outcome === 'outside_our_work' ? (
        <Select
          form={form}
          name="otherDoor"
          label={labelOf('fields', 'otherDoor')}
          none={words().handling.choose}
          options={optionsOf(Object.keys(labels().institutions), (code) => labelOf('institutions', code))}
        />
      ) : null}
      <Facts form={form} />
    </>
  );
}

/** For each outcome that a person can vouch for: what it stands on. */
function Facts({ form }: { form: Form<EndFields> }) {
  const asked = outcomesOf(form.fields).filter((one) => givenFor(one).length > 0);
  if (asked.length === 0) return null;
  return (
    <Group form={form} name="facts" label={labelOf('fields', 'facts')}>
      {asked.map((outcome) => (
        <Fact
          key={outcome}
          outcome={outcome}
          form={{
            id: `${form.id}-${outcome}`,
            fields: form.fields.facts[outcome] ?? noFact,
            set: (change) =>
              form.set({
                facts: { ...form.fields.facts, [outcome]: { ...(form.fields.facts[outcome] ?? noFact), ...change } },
              }),
            problems: [],
          }}
        />
      ))}
    </Group>
  );
}

function Fact({ outcome, form }: { outcome: (typeof allOutcomes)[number]; form: Form<FactFields> }) {
  const w = words().lifecycle;
  const options = [
    { code: '', label: w.asCaseShows },
    ...givenFor(outcome).map((code) => ({ code, label: labelOf('outcomeFacts', code) })),
  ];
  return (
    <>
      <Choice form={form} name="kind" label={labelOf('outcomes', outcome)} options={options} />
      {form.fields.kind === 'spoken_to' ? (
        <>
          <Line form={form} name="name" label={labelOf('fields', 'spokenTo')} hint={w.spokenHint} />
          <Area form={form} name="why" rows={2} label={labelOf('fields', 'why')} />
        </>
      ) : null}
    </>
  );
}
