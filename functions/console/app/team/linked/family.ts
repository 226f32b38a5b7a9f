import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import type { CaseView } from '../../api/answers.ts';
import { loadCase, seenCase } from '../../case/seen-cases.ts';

/** So many cases are read at a time. */
const atOnce = 5;

/** A parent case and those under it, as they stand. Undefined until each was asked for. What is refused is left out. */
export function useFamily(view: CaseView): { family: readonly CaseView[] | undefined; load: () => Promise<void> } {
  const numbers = [view.caseNumber, ...(view.linkedCases ?? [])];
  const isLoaded = useSignal(false);
  const load = async (): Promise<void> => {
    await inParallel(atOnce, numbers, (number) => loadCase(number));
    isLoaded.value = true;
  };
  useEffect(() => void load(), [view.caseNumber]);
  const family = numbers.flatMap((number) => seenCase(number).value?.view ?? []);
  return { family: isLoaded.value ? family : undefined, load };
}
