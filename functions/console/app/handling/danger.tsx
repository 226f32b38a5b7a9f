import type { PanelProps } from '../case/panels.ts';
import { PanelForm } from '../form/panel-form.tsx';
import { dangerBody, DangerFieldset, emptyDanger } from './danger-fields.tsx';

/** A call for a person in danger, or why nobody was called. */
export function DangerPanel(panel: PanelProps) {
  return (
    <PanelForm
      panel={panel}
      command="danger"
      empty={emptyDanger(panel.view.danger?.flags ?? [])}
      body={(fields) => dangerBody(fields)}
    >
      {(form) => <DangerFieldset form={form} />}
    </PanelForm>
  );
}
