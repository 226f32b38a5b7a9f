import type { ComponentChildren } from 'preact';
import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { PanelProps } from '../case/panel.ts';
import { labelOf, words, type LabelGroup } from '../frame/texts.ts';
import { Choice, optionsOf, Select } from './fields.tsx';
import { chosen, missing } from './missing.ts';
import { PanelForm } from './panel-form.tsx';

/**
 * The panel of a command that needs one code: why, how, or to whom. `children` stand before it. Many codes are a list, few
 * have a button each.
 */
export function OneChoicePanel<N extends keyof CommandBodies, Code extends string>({
  panel,
  command,
  field,
  codes,
  group,
  body,
  hint,
  isList = false,
  begins = '',
  children,
}: {
  panel: PanelProps;
  command: N;
  /** The field of the body, by which it is called. */
  field: string;
  codes: readonly Code[];
  /** Where the labels of the codes stand. */
  group: LabelGroup;
  body: (code: Code) => CommandBodies[N];
  hint?: string;
  isList?: boolean;
  begins?: Code | '';
  children?: ComponentChildren;
}) {
  const Field = isList ? Select : Choice;
  const empty: Record<string, string> = { [field]: begins };
  return (
    <PanelForm
      panel={panel}
      command={command}
      empty={empty}
      body={(fields) => {
        const code = chosen(codes, fields[field] ?? '');
        return code === undefined ? missing(field) : body(code);
      }}
    >
      {(form) => (
        <>
          {children}
          <Field
            form={form}
            name={field}
            label={labelOf('fields', field)}
            hint={hint}
            options={optionsOf(codes, (code) => labelOf(group, code))}
            {...(isList ? { none: words().handling.choose } : {})}
          />
        </>
      )}
    </PanelForm>
  );
}
