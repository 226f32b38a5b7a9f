import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { receiptAssurances } from '#shared/domain/commands/reporter/reporter-actions.ts';
import type { PanelProps } from '../../case/panels.ts';
import { CommandForm } from '../../form/command-form.tsx';
import { Choice, optionsOf, Select } from '../../form/fields.tsx';
import { chosen, missing } from '../../form/missing.ts';
import { labelOf, texts, words } from '../../frame/texts.ts';
import { dropCopy, keepCopy, openedCopy } from '../../reading/opened.ts';
import { nameOfLanguage } from '../../referrals/copy/name-of-language.ts';
import { Sheet } from '../../referrals/copy/sheet.tsx';

/** What the sheet is kept as, beside the letters of referrals. */
const ofReporter = 'subject-access';

/** All that the reporter told, on a sheet to print for them. It is kept nowhere, and goes with the panel. */
export function SubjectAccessPanel({ view, place, onClose }: PanelProps) {
  const w = words().keeping;
  const number = view.caseNumber;
  /** The message with which the next sheet of a long thread begins. */
  const next = useSignal<number | undefined>(undefined);
  const drop = (): void => dropCopy(number, 'letter', ofReporter);
  useEffect(() => drop, [number]);
  const sheet = openedCopy(number, 'letter', ofReporter);
  return (
    <>
      <CommandForm
        command="subjectAccess"
        place={place}
        empty={{ assuredBy: '', language: '' }}
        submit={next.value === undefined ? labelOf('commands', 'subjectAccess') : w.nextPart}
        isPrimary={sheet === undefined}
        body={(fields) => {
          const assuredBy = chosen(receiptAssurances, fields.assuredBy);
          if (assuredBy === undefined) return missing('assuredBy');
          const language = fields.language === '' ? undefined : fields.language;
          return { assuredBy, language, fromMessage: next.value };
        }}
        keeps={(_, fields) => fields}
        onDone={(answer) => {
          next.value = answer.next;
          keepCopy(number, ofReporter, { kind: 'letter', html: answer.sheet });
        }}
        onClose={onClose}
      >
        {(form) => (
          <>
            <p>{w.subjectMeans}</p>
            <Choice
              form={form}
              name="assuredBy"
              label={labelOf('fields', 'assuredBy')}
              options={optionsOf(receiptAssurances, (code) => labelOf('receiptAssurances', code))}
            />
            <Select
              form={form}
              name="language"
              label={labelOf('fields', 'language')}
              none={w.languageOfReport}
              options={optionsOf(texts().country.languages, nameOfLanguage)}
            />
          </>
        )}
      </CommandForm>
      {sheet === undefined ? null : (
        <Sheet html={sheet.html} name={w.subjectSheet} hint={w.subjectHint} title={w.subjectSheet} onClose={drop} />
      )}
    </>
  );
}
