import { seenCase } from '../../case/seen-cases.ts';
import type { PanelProps } from '../../case/panels.ts';
import { texts } from '../../frame/texts.ts';
import { needsDuty } from '../../lifecycle/duty.ts';
import { nothingResolved, resolutionOf } from '../../lifecycle/resolution-fields.ts';
import { ResolutionChoices } from '../../lifecycle/resolution.tsx';
import { LinkedForm } from './linked-form.tsx';

/** The end of a parent case and of those under it. */
export function LinkedResolutionPanel(panel: PanelProps) {
  const { view } = panel;
  const all = [view.caseNumber, ...(view.linkedCases ?? [])];
  const isOwed = (numbers: readonly string[]): boolean =>
    numbers.some((number) => {
      const one = seenCase(number).value?.view;
      return one !== undefined && needsDuty(one, texts().country.dutyToReport);
    });
  return (
    <LinkedForm
      panel={panel}
      command="linkedResolution"
      empty={{ ...nothingResolved(view.caseNumber), cases: all }}
      body={(fields) => resolutionOf(fields, { hasDuty: isOwed(fields.cases) })}
    >
      {(form) => <ResolutionChoices form={form} view={view} hasDuty={isOwed(form.fields.cases)} />}
    </LinkedForm>
  );
}
