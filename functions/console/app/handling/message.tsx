import type { PanelProps } from '../case/panels.ts';
import { PanelForm } from '../form/panel-form.tsx';
import { labelOf } from '../frame/texts.ts';
import { MessageField, messageProblem } from './message-field.tsx';

/** A message to the reporter, who finds it behind the code. */
export function MessagePanel(panel: PanelProps) {
  return (
    <PanelForm
      panel={panel}
      command="message"
      empty={{ text: '' }}
      body={({ text }) => messageProblem(text) ?? { text }}
    >
      {(form) => <MessageField form={form} name="text" view={panel.view} label={labelOf('fields', 'message')} />}
    </PanelForm>
  );
}
