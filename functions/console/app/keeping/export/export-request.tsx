import { exportReasons } from '#shared/domain/case/case.ts';
import type { PanelProps } from '../../case/panel.ts';
import { OneChoicePanel } from '../../form/one-choice-panel.tsx';
import { words } from '../../frame/texts.ts';

/** Asks for the text of the case as a file. */
export function ExportRequestPanel(panel: PanelProps) {
  return (
    <OneChoicePanel
      panel={panel}
      command="exportRequest"
      field="reason"
      codes={exportReasons}
      group="exportReasons"
      hint={words().keeping.exportMeans}
      body={(reason) => ({ reason })}
      isList
    />
  );
}
