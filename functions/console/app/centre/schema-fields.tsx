import type { FieldShape } from '../../field-shapes.ts';
import { Area, Choice, Choices, Line, optionsOf, Select, Tick } from '../form/fields.tsx';
import type { Form } from '../form/form-fields.ts';
import { centreWords, labelOf, type LabelGroup } from '../frame/texts.ts';
import type { Typed } from './schema-body.ts';

/** The labels of a field's codes: a group of labels, or what else words a code. */
export type LabelsOfField = LabelGroup | ((code: string) => string);

/** More codes than these stand in a list. */
const mostButtons = 5;

/**
 * The fields of a command as its schema has them. `labelsOf` says which labels the codes of a field have. What needs a
 * field of its own is left out and drawn by its page.
 */
export function SchemaFields({
  form,
  shapes,
  labelsOf = {},
  hints = {},
  called = {},
}: {
  form: Form<Typed>;
  shapes: readonly FieldShape[];
  labelsOf?: Readonly<Record<string, LabelsOfField>>;
  hints?: Readonly<Record<string, string>>;
  /** What a field is called here, where its name is that of another field elsewhere. */
  called?: Readonly<Record<string, string>>;
}) {
  return (
    <>
      {shapes.map((shape) => (
        <SchemaField
          key={shape.name}
          form={form}
          shape={shape}
          group={labelsOf[shape.name]}
          label={called[shape.name] ?? labelOf('fields', shape.name)}
          hint={hints[shape.name]}
        />
      ))}
    </>
  );
}

function labelOfCode(of: LabelsOfField | undefined, code: string): string {
  if (of === undefined) return code;
  return typeof of === 'function' ? of(code) : labelOf(of, code);
}

function SchemaField({
  form,
  shape: { name, kind, codes = [], isRequired },
  group,
  label,
  hint,
}: {
  form: Form<Typed>;
  shape: FieldShape;
  group: LabelsOfField | undefined;
  label: string;
  hint: string | undefined;
}) {
  const said = { name, label, hint };
  const texts = form as unknown as Form<Record<string, string>>;
  const options = optionsOf(codes, (code) => labelOfCode(group, code));
  switch (kind) {
    case 'tick':
      return <Tick {...said} form={form as unknown as Form<Record<string, boolean>>} />;
    case 'choices':
      return <Choices {...said} form={form as unknown as Form<Record<string, readonly string[]>>} options={options} />;
    case 'choice':
      return isRequired && options.length <= mostButtons ? (
        <Choice {...said} form={texts} options={options} />
      ) : (
        <Select
          {...said}
          form={texts}
          options={options}
          none={isRequired ? centreWords().hub.choose : centreWords().hub.none}
        />
      );
    case 'lines':
      return <Area {...said} form={texts} rows={3} hint={hint ?? centreWords().hub.lines} />;
    case 'mail':
      return <Line {...said} form={texts} type="email" secret />;
    case 'date':
      return <Line {...said} form={texts} type="date" />;
    default:
      return <Line {...said} form={texts} secret />;
  }
}
