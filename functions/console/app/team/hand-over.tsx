import { teams } from '#shared/domain/case/team.ts';
import type { PanelProps } from '../case/panel.ts';
import { OneChoicePanel } from '../form/one-choice-panel.tsx';
import { words } from '../frame/texts.ts';

/** Transfers the case to the other team. */
export function HandOverPanel(panel: PanelProps) {
  const others = teams.filter((team) => team !== panel.view.team);
  return (
    <OneChoicePanel
      panel={panel}
      command="handOver"
      field="team"
      codes={others}
      group="teams"
      hint={words().team.handOverMeans}
      body={(team) => ({ team })}
      begins={others.length === 1 ? (others[0] ?? '') : ''}
    />
  );
}
