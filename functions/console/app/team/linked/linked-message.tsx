import type { PanelProps } from '../../case/panels.ts';
import { MessageField, messageProblem } from '../../handling/message-field.tsx';
import { LinkedForm } from './linked-form.tsx';

/** The same message to the reporters of a parent case and of those under it. */
export function LinkedMessagePanel(panel: PanelProps) {
  const { view } = panel;
  const all = [view.caseNumber, ...(view.linkedCases ?? [])];
  return (
    <LinkedForm
      panel={panel}
      command="linkedMessage"
      empty={{ text: '', cases: all }}
      body={({ text }) => messageProblem(text) ?? { text }}
      needsRevision={false}
    >
      {(form) => <MessageField form={form} name="text" view={view} />}
    </LinkedForm>
  );
}
