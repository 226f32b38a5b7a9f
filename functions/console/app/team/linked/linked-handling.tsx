import type { PanelProps } from '../../case/panels.ts';
import { words } from '../../frame/texts.ts';
import { HandlingChoices, handlingOf, nothingHandled, SeverityConfirmed } from '../../handling/handling.tsx';
import { LinkedForm } from './linked-form.tsx';

/** Handling of a parent case and those under it. */
export function LinkedHandlingPanel(panel: PanelProps) {
  const { view } = panel;
  const all = [view.caseNumber, ...(view.linkedCases ?? [])];
  return (
    <LinkedForm
      panel={panel}
      command="linkedHandling"
      empty={{ ...nothingHandled(view), cases: all }}
      body={handlingOf}
    >
      {(form) => (
        <>
          <SeverityConfirmed form={form} view={view} hint={words().team.linkedSeverity} />
          <HandlingChoices form={form} view={view} />
        </>
      )}
    </LinkedForm>
  );
}
