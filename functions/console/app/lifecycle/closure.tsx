import { closeReasons } from '#shared/domain/case/case.ts';
import type { PanelProps } from '../case/panels.ts';
import { optionsOf, Select } from '../form/fields.tsx';
import { chosen } from '../form/missing.ts';
import { PanelForm } from '../form/panel-form.tsx';
import { isPast, sayAt } from '../frame/moments.ts';
import { labelOf, say, words } from '../frame/texts.ts';

/** Closing. Once the case was quiet for long enough and nothing is open, it needs no reason. */
export function ClosurePanel(panel: PanelProps) {
  const w = words().lifecycle;
  const { closableFrom } = panel.view;
  const when =
    closableFrom === undefined || isPast(closableFrom) ? undefined : say(w.closableFrom, { at: sayAt(closableFrom) });
  return (
    <PanelForm
      panel={panel}
      command="closure"
      empty={{ because: '' }}
      body={(fields) => {
        const because = chosen(closeReasons, fields.because);
        return because === undefined ? {} : { because };
      }}
    >
      {(form) => (
        <>
          {when === undefined ? null : <p>{when}</p>}
          <Select
            form={form}
            name="because"
            label={labelOf('fields', 'because')}
            hint={w.closureHint}
            none={w.noReason}
            options={optionsOf(closeReasons, (code) => labelOf('closeReasons', code))}
          />
        </>
      )}
    </PanelForm>
  );
}
