import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CommandAnswer } from '../../api/answers.ts';
import type { PanelProps } from '../../case/panels.ts';
import { CommandForm } from '../../form/command-form.tsx';
import { Actions } from '../../form/fields.tsx';
import { Shown } from '../../form/shown.tsx';
import { sayAt } from '../../frame/moments.ts';
import { labelOf, words } from '../../frame/texts.ts';
import { exportToTake } from '../approvals/seen-approvals.ts';
import { nextPart } from './next-part.ts';

type Taken = CommandAnswer<'exportTaking'>;

/** Takes an approved file. It is made in memory, offered to be saved, and gone when the panel is closed. */
export function ExportTakingPanel({ view, place, onClose }: PanelProps) {
  const w = words().keeping;
  const taken = useSignal<{ answer: Taken; from: { fromMessage?: number; fromNote?: number } } | undefined>(undefined);
  // The approval is no more to be taken once it is taken. The further parts belong to the same one.
  const id = useSignal(place['approval'] ?? exportToTake(view)?.id ?? '');
  const next = taken.value === undefined ? undefined : nextPart(taken.value.answer.export, taken.value.from);
  const form = (label: string, from: { fromMessage?: number; fromNote?: number }) => (
    <CommandForm
      key={JSON.stringify(from)}
      command="exportTaking"
      place={{ approval: id.value, number: view.caseNumber }}
      empty={{}}
      body={() => from}
      submit={label}
      isPrimary={taken.value === undefined}
      onClose={onClose}
      onDone={(answer) => {
        taken.value = { answer, from };
      }}
    />
  );
  if (id.value === '') return <p>{labelOf('conflicts', 'asked_by_another')}</p>;
  if (taken.value === undefined) {
    return (
      <>
        <p>{w.exportOnce}</p>
        {form(labelOf('commands', 'exportTaking'), {})}
      </>
    );
  }
  return (
    <>
      <File answer={taken.value.answer} />
      {next === undefined ? (
        <Actions>
          <button type="button" onClick={onClose}>
            {words().frame.close}
          </button>
        </Actions>
      ) : (
        form(w.nextPart, next)
      )}
    </>
  );
}

/** The file and its mark. The address of the file holds nothing, and ends with this part of the page. */
function File({ answer: { text, export: file } }: { answer: Taken }) {
  const w = words().keeping;
  const { mark } = file;
  const address = useSignal('');
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    address.value = made;
    return () => URL.revokeObjectURL(made);
  }, [text]);
  return (
    <Shown>
      <p>
        <strong>{w.exportReady}</strong>
      </p>
      <p>
        <a class="button primary" href={address.value} download={`${w.fileName}.txt`}>
          {w.saveFile}
        </a>
      </p>
      <p>{w.markSays}</p>
      <ul>
        <li>{mark.caseNumber}</li>
        <li>{mark.name}</li>
        <li>{labelOf('exportReasons', mark.reason)}</li>
        <li>{sayAt(mark.at)}</li>
      </ul>
    </Shown>
  );
}
