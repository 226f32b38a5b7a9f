import { useEffect } from 'preact/hooks';
import type { Refusal } from '../api/call.ts';
import type { CaseView } from '../api/answers.ts';
import { RaiseCard } from '../night/raise-card.tsx';
import { dropText } from '../reading/opened.ts';
import { PauseNote } from '../reading/welfare/pause-note.tsx';
import { CaseBar } from './case-bar.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseNews } from './case-news.tsx';
import { DangerNow } from './danger-now.tsx';
import { OpenPanel, openedPanel } from './open-panel.tsx';
import { sayToday } from '../frame/moments.ts';
import { say, words } from '../frame/texts.ts';
import { hasTabs, OpenTab, TabLinks } from './tabs.tsx';

/** What stands below the head of a case: what rings because of it, how it stands, its tabs, and what can be done. */
export function CaseBody({ view, onRefused }: { view: CaseView; onRefused: (refusal: Refusal) => void }) {
  const number = view.caseNumber;
  useEffect(() => () => dropText(number), [number]);
  const hasPanel = openedPanel(view) !== undefined;
  return (
    <>
      <RaiseCard number={number} />
      <CaseNews number={number} onRefused={onRefused} />
      <PauseNote />
      <div class="case">
        <div class="case-main">
          <p class="on-paper quiet">{say(words().case.printed, { at: sayToday() })}</p>
          <DangerNow view={view} />
          <CaseFacts view={view} />
          {hasTabs(view) ? (
            <>
              <TabLinks view={view} />
              <OpenTab view={view} />
            </>
          ) : (
            <p class="quiet">{words().case.onlyHead}</p>
          )}
        </div>
        {hasPanel ? <OpenPanel view={view} /> : null}
        <CaseBar view={view} isHidden={hasPanel} />
      </div>
    </>
  );
}
