import type { PanelProps } from '../case/panels.ts';
import { Area } from '../form/fields.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { labelOf, words } from '../frame/texts.ts';
import { missing } from '../form/missing.ts';

/** A note for colleagues. */
export function NotePanel(panel: PanelProps) {
  return (
    <PanelForm
      panel={panel}
      command="note"
      empty={{ text: '' }}
      body={({ text }) => (text.trim() === '' ? missing('text') : { text })}
    >
      {(form) => <Area form={form} name="text" label={labelOf('fields', 'text')} hint={words().handling.noteHint} />}
    </PanelForm>
  );
}
