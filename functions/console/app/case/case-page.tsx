import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Refusal } from '../api/call.ts';
import { RefusalText } from '../form/refusal-text.tsx';
import { later } from '../frame/later.tsx';
import { useTitle } from '../frame/titled.tsx';
import { words } from '../frame/texts.ts';
import { CaseHead } from './case-head.tsx';
import { isGone, loadCase, seenCase } from './seen-cases.ts';

const CaseBody = later(async () => (await import('../frame/first-pages.ts')).CaseBody);

/** One case: what it is, what is due, and what can be done with it now. */
export function CasePage({ number }: { number: string }) {
  useTitle(number);
  const refused = useSignal<Refusal | undefined>(undefined);
  useEffect(() => {
    void loadCase(number).then((refusal) => {
      refused.value = refusal;
    });
  }, [number]);
  const seen = isGone(refused.value) ? undefined : seenCase(number).value;
  return (
    <>
      {seen === undefined ? <h1>{number}</h1> : <CaseHead view={seen.view} />}
      {refused.value === undefined ? null : <RefusalText refusal={refused.value} />}
      {seen !== undefined ? (
        <CaseBody
          view={seen.view}
          onRefused={(refusal) => {
            refused.value = refusal;
          }}
        />
      ) : refused.value === undefined ? (
        <p>{words().frame.loading}</p>
      ) : null}
    </>
  );
}
