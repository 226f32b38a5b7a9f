import type { PanelProps } from '../case/panels.ts';
import { Choices, optionsOf } from '../form/fields.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { me, nameOf } from '../frame/people.ts';
import { labelOf, labels, words } from '../frame/texts.ts';
import { sayColleague, useColleagues } from './colleagues.ts';

/** Who must not get to do with the case. What is ticked takes the place of what stood. */
export function ExclusionsPanel(panel: PanelProps) {
  const w = words().team;
  const colleagues = useColleagues();
  const { institutions = [], people = [] } = panel.view.exclusions ?? {};
  if (colleagues === undefined) return <p>{words().frame.loading}</p>;
  const gone = people.filter((id) => !colleagues.some((one) => one.id === id));
  const options = [
    ...colleagues.filter(({ id }) => id !== me.value?.id).map((one) => ({ code: one.id, ...sayColleague(one) })),
    ...optionsOf(gone, nameOf),
  ];
  return (
    <PanelForm
      panel={panel}
      command="exclusions"
      empty={{ institutions: [...institutions], people: [...people] }}
      body={(fields) => ({ institutions: [...fields.institutions], people: [...fields.people] })}
    >
      {(form) => (
        <>
          <p>{w.exclusionsMeans}</p>
          <p class="hint">{w.exclusionsMayWait}</p>
          <Choices form={form} name="people" label={labelOf('fields', 'people')} options={options} />
          <Choices
            form={form}
            name="institutions"
            label={labelOf('fields', 'institutions')}
            options={optionsOf(Object.keys(labels().institutions), (code) => labelOf('institutions', code))}
          />
        </>
      )}
    </PanelForm>
  );
}
