import { useSignal } from '@preact/signals';
import type { Filed } from '../api/answers.ts';
import { FiledReport } from './filed-report.tsx';
import { FilingForm } from './filing-form.tsx';

/** A report that somebody tells on the phone. Its code is in this page alone: whoever leaves it has it no more. */
export function FilingPage() {
  const filed = useSignal<{ answer: Filed; language: string } | undefined>(undefined);
  if (filed.value === undefined) {
    return (
      <FilingForm
        onFiled={(answer, language) => {
          filed.value = { answer, language };
        }}
      />
    );
  }
  return (
    <FiledReport
      {...filed.value}
      onAnother={() => {
        filed.value = undefined;
      }}
    />
  );
}
