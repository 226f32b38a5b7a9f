import type { PanelProps } from '../../case/panels.ts';
import { dangerBody, DangerFieldset, emptyDanger } from '../../handling/danger-fields.tsx';
import { LinkedForm } from './linked-form.tsx';

/** One call for a danger that a parent case and those under it tell of. Offered are those that wait for it. */
export function LinkedDangerPanel(panel: PanelProps) {
  return (
    <LinkedForm
      panel={panel}
      command="linkedDanger"
      empty={{ ...emptyDanger(panel.view.danger?.flags ?? []), cases: [] }}
      offers={({ danger }) => danger !== undefined && danger.ended === undefined}
      body={(fields) => dangerBody(fields)}
      needsRevision={false}
    >
      {(form) => <DangerFieldset form={form} />}
    </LinkedForm>
  );
}
