import { contactDuty, institutionOf } from '#shared/domain/case/referral.ts';
import type { PersonKind } from '#shared/domain/console/centre/people-words.ts';
import type { FieldShape } from '../../../field-shapes.ts';
import { Select } from '../../form/fields.tsx';
import type { Form } from '../../form/form-fields.ts';
import { centre, centreWords, inOrder, labelOf, labels } from '../../frame/texts.ts';
import type { Typed } from '../schema-body.ts';
import { SchemaFields } from '../schema-fields.tsx';
import { sayContact, sayLanguage } from './record-words.ts';

/** What the directory refuses on such a record, and so no form of it has. */
const leftOut: Readonly<Record<PersonKind, readonly string[]>> = {
  account: ['unit', 'codeBy'],
  contact: ['role', 'team', 'unit', 'cleared', 'codeBy'],
  institution: ['role', 'contact', 'phone', 'team'],
};

/** The fields of a form for such a person. Duties are ticked, from those of the ladder and those that they have. */
export function shapesFor(shapes: readonly FieldShape[], kind: PersonKind, has: readonly string[] = []): FieldShape[] {
  return shapes
    .filter(({ name }) => !leftOut[kind].includes(name))
    .map((shape) =>
      shape.name === 'duties'
        ? { ...shape, kind: 'choices' as const, codes: [...new Set([...centre().duties, ...has])] }
        : shape,
    );
}

/** The fields of somebody's record. `isNew`: the id is asked for, too. */
export function PersonFields({
  form,
  kind,
  shapes,
}: {
  form: Form<Typed>;
  kind: PersonKind;
  shapes: readonly FieldShape[];
}) {
  const { hints, idHints } = centreWords().people;
  const isOfInstitution = kind === 'institution';
  return (
    <>
      <SchemaFields
        form={form}
        shapes={shapes.filter(({ name }) => name !== 'duties' || !isOfInstitution)}
        labelsOf={{
          role: 'roles',
          team: 'teams',
          duties: 'duties',
          contact: sayContact,
          language: sayLanguage,
          codeBy: 'answerWays',
        }}
        hints={{ ...hints, id: idHints[kind] }}
      />
      {isOfInstitution ? <InstitutionField form={form} /> : null}
    </>
  );
}

/** The contact of an institution has its duty, and no other. */
function InstitutionField({ form }: { form: Form<Typed> }) {
  const duties = form.fields['duties'];
  const one: Form<{ duties: string }> = {
    ...form,
    fields: {
      duties: Array.isArray(duties) ? String(duties.find((one) => institutionOf(String(one)) !== undefined) ?? '') : '',
    },
    set: ({ duties: chosen = '' }) => form.set({ duties: chosen === '' ? [] : [chosen] }),
  };
  const options = Object.entries(labels().institutions)
    .map(([code, label]) => ({ code: contactDuty(code), label }))
    .toSorted((a, b) => inOrder(a.label, b.label));
  return (
    <Select
      form={one}
      name="duties"
      label={labelOf('fields', 'institution')}
      options={options}
      none={centreWords().hub.choose}
    />
  );
}
