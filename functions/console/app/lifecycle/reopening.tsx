import type { PanelProps } from '../case/panels.ts';
import { PanelForm } from '../form/panel-form.tsx';
import { words } from '../frame/texts.ts';

/** An ended case goes on again. */
export function ReopeningPanel(panel: PanelProps) {
  return (
    <PanelForm panel={panel} command="reopening" empty={{}} body={() => ({})}>
      {() => <p>{words().lifecycle.reopeningMeans}</p>}
    </PanelForm>
  );
}
