import type { FieldShape } from '../../field-shapes.ts';
import { Area, Choice, Choices, Line, optionsOf, Select, Tick } from '../form/fields.tsx';
import type { Form } from '../form/form-fields.ts';
import { centreWords, labelOf, type LabelGroup } from '../frame/texts.ts';
import type { Typed } from './schema-body.ts';

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
}: {
  form: Form<Typed>;
  shapes: readonly FieldShape[];
  labelsOf?: Readonly<Record<string, LabelGroup>>;
  hints?: Readonly<Record<string, string>>;
}) {
  return (
    <>
      {shapes.map((shape) => (
        <SchemaField key={shape.name} form={form} shape={shape} group={labelsOf[shape.name]} hint={hints[shape.name]} />
      ))}
    </>
  );
}

function SchemaField({
  form,
  shape: { name, kind, codes = [], isRequired },
  group,
  hint,
}: {
  form: Form<Typed>;
  shape: FieldShape;
  group: LabelGroup | undefined;
  hint: string | undefined;
}) {
  const said = { name, label: labelOf('fields', name), hint };
  const texts = form as unknown as Form<Record<string, string>>;
  const options = optionsOf(codes, (code) => (group === undefined ? code : labelOf(group, code)));
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
