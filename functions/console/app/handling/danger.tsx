import { notCalledReasons } from '#shared/domain/case/danger/danger.ts';
import type { PanelProps } from '../case/panels.ts';
import { Area, Choice, Line, optionsOf, Select } from '../form/fields.tsx';
import { chosen, missing } from '../form/missing.ts';
import { PanelForm } from '../form/panel-form.tsx';
import { labelOf, labels, words } from '../frame/texts.ts';

const ways = ['called', 'notCalled'] as const;

/** A call for a person in danger, or why nobody was called. */
export function DangerPanel(panel: PanelProps) {
  const w = words().danger;
  const isOfSelfHarm = panel.view.danger?.flags.every((flag) => flag === 'selfHarm') === true;
  return (
    <PanelForm
      panel={panel}
      command="danger"
      empty={{
        who: 'called',
        institution: isOfSelfHarm ? 'ambulance' : 'state_police',
        answeredBy: '',
        reference: '',
        notCalledBecause: '',
        note: '',
      }}
      body={({ who, institution, answeredBy, reference, notCalledBecause, note }) => {
        if (who === 'called') {
          if (institution === '') return missing('institution');
          if (answeredBy.trim() === '') return missing('answeredBy');
          return { called: { institution, answeredBy, ...(reference.trim() === '' ? {} : { reference }) } };
        }
        const because = chosen(notCalledReasons, notCalledBecause);
        if (because === undefined) return missing('notCalledBecause');
        return { notCalledBecause: because, ...(note.trim() === '' ? {} : { note }) };
      }}
    >
      {(form) => (
        <>
          <Choice form={form} name="who" label={w.who} options={optionsOf(ways, (way) => w[way as 'called'])} />
          {form.fields.who === 'called' ? (
            <>
              <Select
                form={form}
                name="institution"
                label={labelOf('fields', 'institution')}
                none={words().handling.choose}
                options={optionsOf(Object.keys(labels().institutions), (code) => labelOf('institutions', code))}
              />
              <Line form={form} name="answeredBy" label={labelOf('fields', 'answeredBy')} secret />
              <Line form={form} name="reference" label={labelOf('fields', 'reference')} hint={w.referenceHint} secret />
            </>
          ) : (
            <>
              <Choice
                form={form}
                name="notCalledBecause"
                label={labelOf('fields', 'notCalledBecause')}
                options={optionsOf(notCalledReasons, (code) => labelOf('notCalledReasons', code))}
              />
              <Area
                form={form}
                name="note"
                label={labelOf('fields', 'note')}
                hint={words().handling.noteHint}
                rows={3}
              />
            </>
          )}
        </>
      )}
    </PanelForm>
  );
}
