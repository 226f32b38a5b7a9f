import { spokenWays } from '#shared/domain/case/receipts/receipt.ts';
import type { PanelProps } from '../../case/panel.ts';
import { OneChoicePanel } from '../../form/one-choice-panel.tsx';
import { sayAt } from '../../frame/moments.ts';
import { labelOf, words } from '../../frame/texts.ts';

/** Somebody spoke to the reporter about what is wrong with the code. */
export function SpokenPanel(panel: PanelProps) {
  const { codeConcerns = [] } = panel.view;
  return (
    <OneChoicePanel
      panel={panel}
      command="spoken"
      field="how"
      codes={spokenWays}
      group="spokenWays"
      hint={words().keeping.spokenMeans}
      body={(how) => ({ how })}
    >
      <ul>
        {codeConcerns.map(({ what, since, how }) => (
          <li key={`${what}${how ?? ''}`}>
            {labelOf('concerns', what)}
            {how === undefined ? '' : ` (${labelOf('deadCodes', how)})`}, {sayAt(since)}
          </li>
        ))}
      </ul>
    </OneChoicePanel>
  );
}
