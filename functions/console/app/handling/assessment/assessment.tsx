import {
  abouts,
  ageBands,
  flags,
  genders,
  placeWords,
  suspectRelations,
  type Flag,
} from '#shared/domain/report/report.ts';
import type { PanelProps } from '../../case/panels.ts';
import { Choices, Group, optionsOf, Select } from '../../form/fields.tsx';
import { PanelForm } from '../../form/panel-form.tsx';
import { fieldId, type Form } from '../../form/form-fields.ts';
import { labelOf, labels, say, texts, words } from '../../frame/texts.ts';
import {
  answers,
  assessmentFrom,
  assessmentOf,
  mostAlso,
  mostVictims,
  type AssessmentFields,
  type VictimFields,
} from './assessment-fields.ts';
import { missing } from '../../form/missing.ts';

/** What staff conclude, beside what was reported. What is left open was not judged. */
export function AssessmentPanel(panel: PanelProps) {
  const w = words().handling;
  const { view } = panel;
  return (
    <PanelForm
      panel={panel}
      command="assessment"
      empty={assessmentFrom(view)}
      body={(fields) => (fields.category === '' ? missing('category') : assessmentOf(fields))}
    >
      {(form) => (
        <>
          <p class="hint">{view.assessed === undefined ? w.fromReport : w.fromAssessment}</p>
          <Codes form={form} name="category" group="categories" />
          <AlsoCategories form={form} />
          <Codes form={form} name="platform" group="platforms" />
          <Codes form={form} name="about" group="abouts" codes={abouts} />
          <Victims form={form} />
          <Answer form={form} name="moreVictims" isSure />
          <Group form={form} name="suspect" label={labelOf('fields', 'suspect')}>
            <Codes form={form} name="relation" group="suspectRelations" codes={suspectRelations} />
            <Answer form={form} name="adult" />
            <Answer form={form} name="livesWithChild" />
          </Group>
          <Flags form={form} />
          <Codes form={form} name="region" group="places" codes={[...texts().country.regions, ...placeWords]} />
          <Answer form={form} name="disability" isSure hint={w.riskHint} />
          <Codes form={form} name="community" group="communities" hint={w.riskHint} />
        </>
      )}
    </PanelForm>
  );
}

type Fields = Form<AssessmentFields>;
type OneCode = {
  [N in keyof AssessmentFields]: AssessmentFields[N] extends string ? N : never;
}[keyof AssessmentFields];
type Coded = 'categories' | 'platforms' | 'abouts' | 'suspectRelations' | 'places' | 'communities';

/** One code of a list, or not judged. */
function Codes({
  form,
  name,
  group,
  codes = Object.keys(labels()[group]),
  hint,
}: {
  form: Fields;
  name: OneCode;
  group: Coded;
  codes?: readonly string[];
  hint?: string;
}) {
  return (
    <Select
      form={form}
      name={name}
      label={labelOf('fields', name)}
      hint={hint}
      none={words().handling.notJudged}
      options={optionsOf(codes, (code) => labelOf(group, code))}
    />
  );
}

/** Yes, no and, where nobody has to be sure, not sure. */
function Answer({
  form,
  name,
  isSure = false,
  hint,
}: {
  form: Fields;
  name: OneCode;
  isSure?: boolean;
  hint?: string;
}) {
  const codes = answers.filter((code) => code !== '' && !(isSure && code === 'unsure'));
  return (
    <Select
      form={form}
      name={name}
      label={labelOf('fields', name)}
      hint={hint}
      none={words().handling.notJudged}
      options={optionsOf(codes, (code) => labelOf('answers', code))}
    />
  );
}

function AlsoCategories({ form }: { form: Fields }) {
  const { category, alsoCategories } = form.fields;
  const isFull = alsoCategories.length >= mostAlso;
  const codes = Object.keys(labels().categories).filter(
    (code) => code !== category && (!isFull || alsoCategories.includes(code)),
  );
  return (
    <details class="field" open={alsoCategories.length > 0}>
      <summary>{labelOf('fields', 'alsoCategories')}</summary>
      <Choices
        form={form}
        name="alsoCategories"
        label={labelOf('fields', 'alsoCategories')}
        hint={words().handling.mostAlso}
        options={optionsOf(codes, (code) => labelOf('categories', code))}
      />
    </details>
  );
}

function Victims({ form }: { form: Fields }) {
  const w = words().handling;
  const { victims } = form.fields;
  const set = (next: readonly VictimFields[]): void => form.set({ victims: next });
  const change = (at: number, change: Partial<VictimFields>): void =>
    set(victims.map((one, place) => (place === at ? { ...one, ...change } : one)));
  return (
    <Group form={form} name="victims" label={labelOf('fields', 'victims')}>
      {victims.map(({ ageBand, gender }, at) => {
        const n = String(at + 1);
        const name = say(w.victim, { n });
        return (
          <div class="victim" key={n}>
            <Of
              id={`${fieldId(form, 'victims')}-${n}-age`}
              label={`${name}: ${labelOf('fields', 'ageBand')}`}
              value={ageBand}
              codes={ageBands}
              group="ageBands"
              onChange={(code) => change(at, { ageBand: code })}
            />
            <Of
              id={`${fieldId(form, 'victims')}-${n}-gender`}
              label={`${name}: ${labelOf('fields', 'gender')}`}
              value={gender}
              codes={genders}
              group="genders"
              onChange={(code) => change(at, { gender: code })}
            />
            <button type="button" onClick={() => set(victims.filter((_, place) => place !== at))}>
              {say(w.removeVictim, { n })}
            </button>
          </div>
        );
      })}
      {victims.length >= mostVictims ? null : (
        <button type="button" onClick={() => set([...victims, { ageBand: 'unknown', gender: 'unknown' }])}>
          {w.addVictim}
        </button>
      )}
    </Group>
  );
}

/** One code of one person. */
function Of({
  id,
  label,
  value,
  codes,
  group,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  codes: readonly string[];
  group: 'ageBands' | 'genders' | 'answers';
  onChange: (code: string) => void;
}) {
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {codes.map((code) => (
          <option key={code} value={code}>
            {code === '' ? words().handling.notJudged : labelOf(group, code)}
          </option>
        ))}
      </select>
    </p>
  );
}

function Flags({ form }: { form: Fields }) {
  const set = (flag: Flag, code: string): void => form.set({ flags: { ...form.fields.flags, [flag]: code } });
  return (
    <Group form={form} name="flags" label={labelOf('fields', 'flags')} hint={words().handling.flagsHint}>
      {flags.map((flag) => (
        <Of
          key={flag}
          id={`${fieldId(form, 'flags')}-${flag}`}
          label={labelOf('flags', flag)}
          value={form.fields.flags[flag] ?? ''}
          codes={answers}
          group="answers"
          onChange={(code) => set(flag, code)}
        />
      ))}
    </Group>
  );
}
