import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import { notCalledReasons, type DangerFlag } from '#shared/domain/case/danger/danger.ts';
import type { Form } from '../form/form-fields.ts';
import { Area, Choice, Line, optionsOf, Select } from '../form/fields.tsx';
import { chosen, missing } from '../form/missing.ts';
import { labelOf, labels, words } from '../frame/texts.ts';

const ways = ['called', 'notCalled'] as const;

/** What the form of a call for a person in danger holds. */
export interface DangerFields {
  who: string;
  institution: string;
  answeredBy: string;
  reference: string;
  notCalledBecause: string;
  note: string;
}

/** Whom one calls of self-harm alone is the ambulance, else the police. */
export function emptyDanger(flags: readonly DangerFlag[]): DangerFields {
  const isOfSelfHarm = flags.length > 0 && flags.every((flag) => flag === 'selfHarm');
  return {
    who: 'called',
    institution: isOfSelfHarm ? 'ambulance' : 'state_police',
    answeredBy: '',
    reference: '',
    notCalledBecause: '',
    note: '',
  };
}

/** The body of the command, or what is missing. */
export function dangerBody(fields: DangerFields): CommandBodies['danger'] | string {
  const { who, institution, answeredBy, reference, notCalledBecause, note } = fields;
  if (who === 'called') {
    if (institution === '') return missing('institution');
    if (answeredBy.trim() === '') return missing('answeredBy');
    return { called: { institution, answeredBy, ...(reference.trim() === '' ? {} : { reference }) } };
  }
  const because = chosen(notCalledReasons, notCalledBecause);
  if (because === undefined) return missing('notCalledBecause');
  return { notCalledBecause: because, ...(note.trim() === '' ? {} : { note }) };
}

/** Who was called and who answered, or why nobody was called. */
export function DangerFieldset<Fields extends DangerFields>({ form: of }: { form: Form<Fields> }) {
  const form = of as unknown as Form<DangerFields>;
  const w = words().danger;
  return (
    <>
      <Choice form={form} name="who" label={w.who} options={optionsOf(ways, (way) => w[way as 'called'])} />
      {form.fields.who === 'called' ? (
        <>
          <Select
            form={form}
            name="institution"
            label={labelOf('fields', 'institution')}
            none={words().handling.choose}
            options={optionsOf(Object.keys(labels().institutions), (code) => labelOf('institutions', code))}
          />
          <Line form={form} name="answeredBy" label={labelOf('fields', 'answeredBy')} secret />
          <Line form={form} name="reference" label={labelOf('fields', 'reference')} hint={w.referenceHint} secret />
        </>
      ) : (
        <>
          <Choice
            form={form}
            name="notCalledBecause"
            label={labelOf('fields', 'notCalledBecause')}
            options={optionsOf(notCalledReasons, (code) => labelOf('notCalledReasons', code))}
          />
          <Area form={form} name="note" label={labelOf('fields', 'note')} hint={words().handling.noteHint} rows={3} />
        </>
      )}
    </>
  );
}
