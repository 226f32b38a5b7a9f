import { useSignal } from '@preact/signals';
import { keptLists } from '#shared/domain/keeping/kept-lists.ts';
import { centreWords } from '../../frame/texts.ts';
import { Titled } from '../../frame/titled.tsx';
import { KeptSection } from './kept-section.tsx';

/** What the centre erases next, what it holds, what waits for a decision, and which copies left. */
export function KeepingPage() {
  const version = useSignal(0);
  return (
    <Titled title={centreWords().hub.pages.keeping}>
      {keptLists.map((kind) => (
        <KeptSection key={kind} kind={kind} version={version.value} onDecided={() => (version.value += 1)} />
      ))}
    </Titled>
  );
}
