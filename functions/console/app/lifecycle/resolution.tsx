import type { CaseView } from '../api/answers.ts';
import type { PanelProps } from '../case/panels.ts';
import { Actions, Line, Tick } from '../form/fields.tsx';
import type { Form } from '../form/form-fields.ts';
import { Mend } from '../form/mend.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { labelOf, texts, words } from '../frame/texts.ts';
import { MessageOrWhy } from '../handling/message-field.tsx';
import { DutyForm } from './duty-form.tsx';
import { needsDuty } from './duty.ts';
import { EndForm } from './end-form.tsx';
import { nothingResolved, resolutionOf, type ResolutionFields } from './resolution-fields.ts';

/** Without these no field is looked at. */
const comesBefore: readonly string[] = ['wrong_status', 'not_read', 'not_handled'];

/** The end of a case. What blocks it is said before somebody fills in anything. */
export function ResolutionPanel(panel: PanelProps) {
  const { view, onClose } = panel;
  const blocks = view.toResolve ?? [];
  if (blocks.some((code) => comesBefore.includes(code))) {
    return (
      <>
        <Blocks view={view} />
        <Actions>
          <button type="button" onClick={onClose}>
            {words().frame.close}
          </button>
        </Actions>
      </>
    );
  }
  const hasDuty = needsDuty(view, texts().country.dutyToReport);
  return (
    <>
      <Blocks view={view} />
      <PanelForm
        panel={panel}
        command="resolution"
        empty={nothingResolved(view.leadCase ?? '')}
        body={(fields) => resolutionOf(fields, { hasDuty })}
      >
        {(form) => <ResolutionChoices form={form} view={view} hasDuty={hasDuty} />}
      </PanelForm>
    </>
  );
}

/** What stands against every end now, each with the way to what mends it. */
function Blocks({ view }: { view: CaseView }) {
  const blocks = view.toResolve ?? [];
  if (blocks.length === 0) return null;
  return (
    <div class="refusal">
      <p>{words().lifecycle.blocked}</p>
      <ul class="blocks">
        {blocks.map((code) => (
          <li key={code}>
            <p>{labelOf('conflicts', code)}</p>
            <Mend because={code} number={view.caseNumber} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A necessary proposal is decided by itself. Of the cases under a parent case nothing is known here. */
function mayHaveProposals({ referrals = [], linkedCases = [] }: CaseView): boolean {
  return linkedCases.length > 0 || referrals.some(({ status, isNecessary }) => status === 'proposed' && !isNecessary);
}

export function ResolutionChoices<Fields extends ResolutionFields>({
  form: given,
  view,
  hasDuty,
}: {
  form: Form<Fields>;
  view: CaseView;
  hasDuty: boolean;
}) {
  const form = given as unknown as Form<ResolutionFields>;
  return (
    <>
      <EndForm form={form} />
      {form.fields.outcome === 'same_event' ? (
        <Line
          form={form}
          name="leadCase"
          label={labelOf('fields', 'leadCase')}
          hint={words().lifecycle.leadCaseHint}
          secret
        />
      ) : null}
      {mayHaveProposals(view) ? (
        <Tick
          form={form}
          name="dropProposals"
          label={labelOf('fields', 'dropProposals')}
          hint={words().lifecycle.dropProposalsHint}
        />
      ) : null}
      {hasDuty ? <DutyForm form={form} /> : null}
      <MessageOrWhy form={form} view={view} />
    </>
  );
}
