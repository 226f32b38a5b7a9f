import { nextSteps, safetyDecisions } from '#shared/domain/case/case.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { openPanel } from '../case/open-panel.tsx';
import { isOffered, panels, type PanelProps } from '../case/panels.ts';
import { Choice, optionsOf } from '../form/fields.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { labelOf, words } from '../frame/texts.ts';
import type { CaseView } from '../api/answers.ts';
import { MessageOrWhy, notTold, toldOf } from './message-field.tsx';
import type { TellingFields } from './message-field.tsx';
import type { Form } from '../form/form-fields.ts';
import { chosen, missing } from '../form/missing.ts';

/** What handling records, apart from which cases. */
export interface HandlingFields extends TellingFields {
  severity: string;
  safetyDecision: string;
  nextStep: string;
}

export const nothingHandled = ({ severity }: CaseView): HandlingFields => ({
  ...notTold,
  severity,
  safetyDecision: '',
  nextStep: '',
});

/** What is sent of it. A text tells what is missing. */
export function handlingOf(fields: HandlingFields) {
  const severity = chosen(severities, fields.severity);
  const safetyDecision = chosen(safetyDecisions, fields.safetyDecision);
  const nextStep = chosen(nextSteps, fields.nextStep);
  if (severity === undefined) return missing('severity');
  if (safetyDecision === undefined) return missing('safetyDecision');
  if (nextStep === undefined) return missing('nextStep');
  const told = toldOf(fields);
  return typeof told === 'string' ? told : { severity, safetyDecision, nextStep, ...told };
}

/** Handling: the severity is confirmed, the child's safety judged, the next step decided, and the reporter told. */
export function HandlingPanel(panel: PanelProps) {
  const { view } = panel;
  return (
    <PanelForm
      panel={panel}
      command="handling"
      empty={nothingHandled(view)}
      body={(fields) => (fields.severity === view.severity ? handlingOf(fields) : words().handling.changeSeverityFirst)}
    >
      {(form) => (
        <>
          <SeverityConfirmed form={form} view={view} hint={words().handling.severityHint} />
          <HandlingChoices form={form} view={view} />
        </>
      )}
    </PanelForm>
  );
}

/** The severity that is confirmed. Another one is a command of its own. */
export function SeverityConfirmed<Fields extends HandlingFields>({
  form,
  view,
  hint,
}: {
  form: Form<Fields>;
  view: CaseView;
  hint: string;
}) {
  const isOther = form.fields.severity !== view.severity;
  return (
    <>
      <Choice
        form={form as unknown as Form<HandlingFields>}
        name="severity"
        label={labelOf('fields', 'severity')}
        hint={hint}
        options={optionsOf(severities, (code) => labelOf('severities', code))}
      />
      {isOther ? (
        <div class="refusal">
          <p>{words().handling.changeSeverityFirst}</p>
          {isOffered(panels.severity, view) ? (
            <button type="button" onClick={() => openPanel('severity')}>
              {labelOf('commands', 'severity')}
            </button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

export function HandlingChoices<Fields extends HandlingFields>({ form, view }: { form: Form<Fields>; view: CaseView }) {
  const fields = form as unknown as Form<HandlingFields>;
  return (
    <>
      <Choice
        form={fields}
        name="safetyDecision"
        label={labelOf('fields', 'safetyDecision')}
        options={optionsOf(safetyDecisions, (code) => labelOf('safetyDecisions', code))}
      />
      <Choice
        form={fields}
        name="nextStep"
        label={labelOf('fields', 'nextStep')}
        options={optionsOf(nextSteps, (code) => labelOf('nextSteps', code))}
      />
      <MessageOrWhy form={fields} view={view} />
    </>
  );
}
