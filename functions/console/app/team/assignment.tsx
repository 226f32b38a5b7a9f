import type { PanelProps } from '../case/panels.ts';
import { Choice } from '../form/fields.tsx';
import { missing } from '../form/missing.ts';
import { PanelForm } from '../form/panel-form.tsx';
import { labelOf, words } from '../frame/texts.ts';
import { holders, sayColleague, useColleagues } from './colleagues.ts';

/** Gives the case to somebody who may work on it. */
export function AssignmentPanel(panel: PanelProps) {
  const colleagues = useColleagues();
  const { assignee, exclusions } = panel.view;
  if (colleagues === undefined) return <p>{words().frame.loading}</p>;
  const options = holders(colleagues, exclusions?.people ?? [])
    .filter(({ id }) => id !== assignee)
    .map((one) => ({ code: one.id, ...sayColleague(one) }));
  return (
    <PanelForm
      panel={panel}
      command="assignment"
      empty={{ assignee: '' }}
      body={(fields) => (fields.assignee === '' ? missing('assignee') : { assignee: fields.assignee })}
    >
      {(form) => <Choice form={form} name="assignee" label={labelOf('fields', 'assignee')} options={options} />}
    </PanelForm>
  );
}
