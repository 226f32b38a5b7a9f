import type { PanelProps } from '../case/panels.ts';
import { Line } from '../form/fields.tsx';
import { missing } from '../form/missing.ts';
import { PanelForm } from '../form/panel-form.tsx';
import { labelOf, words } from '../frame/texts.ts';

/** Links the case under a parent case. */
export function LinkPanel(panel: PanelProps) {
  const w = words().team;
  const { maybeSameAs = [] } = panel.view;
  return (
    <PanelForm
      panel={panel}
      command="link"
      empty={{ leadCase: '' }}
      body={({ leadCase }) => (leadCase.trim() === '' ? missing('leadCase') : { leadCase: leadCase.trim() })}
    >
      {(form) => (
        <>
          <p>{w.linkMeans}</p>
          <Line form={form} name="leadCase" label={labelOf('fields', 'leadCase')} secret />
          {maybeSameAs.length === 0 ? null : (
            <p>
              {w.maybeSame}{' '}
              {maybeSameAs.map((number) => (
                <button key={number} type="button" onClick={() => form.set({ leadCase: number })}>
                  {number}
                </button>
              ))}
            </p>
          )}
        </>
      )}
    </PanelForm>
  );
}

/** Takes the case from under its parent case. */
export function UnlinkPanel(panel: PanelProps) {
  return (
    <PanelForm panel={panel} command="unlink" empty={{}} body={() => ({})}>
      {() => (
        <p>
          {words().team.unlinkMeans} {panel.view.leadCase}
        </p>
      )}
    </PanelForm>
  );
}
