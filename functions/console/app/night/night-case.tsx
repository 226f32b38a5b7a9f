import { useSignal } from '@preact/signals';
import type { Refusal } from '../api/call.ts';
import { loadCase, seenCase } from '../case/seen-cases.ts';
import { RefusalText } from '../form/refusal-text.tsx';
import { useEvery } from '../frame/every.ts';
import { SeverityMark } from '../frame/severity-mark.tsx';
import { Titled } from '../frame/titled.tsx';
import { RaiseCard } from './raise-card.tsx';

/** A case on a duty phone that nobody touched for a while: what rings, and nothing of what is in it. */
export function NightCase({ number }: { number: string }) {
  const refused = useSignal<Refusal | undefined>(undefined);
  useEvery({ visible: 30_000 }, async () => {
    refused.value = await loadCase(number);
  });
  const view = seenCase(number).value?.view;
  return (
    <Titled title={number}>
      {refused.value === undefined ? null : <RefusalText refusal={refused.value} />}
      {view === undefined ? null : (
        <p>
          <SeverityMark severity={view.severity} />
        </p>
      )}
      <RaiseCard number={number} />
    </Titled>
  );
}
