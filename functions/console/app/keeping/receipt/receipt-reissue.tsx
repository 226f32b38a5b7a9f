import { useSignal } from '@preact/signals';
import { receiptAssurances } from '#shared/domain/commands/reporter/reporter-actions.ts';
import type { PanelProps } from '../../case/panels.ts';
import { CommandForm } from '../../form/command-form.tsx';
import { Actions, Choice, optionsOf } from '../../form/fields.tsx';
import { Shown } from '../../form/shown.tsx';
import { chosen, missing } from '../../form/missing.ts';
import { labelOf, words } from '../../frame/texts.ts';

/** Another code for the reporter. It is shown once, in this panel alone. */
export function ReceiptReissuePanel({ place, onClose }: PanelProps) {
  const given = useSignal<{ receipt: string | undefined } | undefined>(undefined);
  if (given.value !== undefined) return <NewCode receipt={given.value.receipt} onClose={onClose} />;
  return (
    <CommandForm
      command="receiptReissue"
      place={place}
      empty={{ assuredBy: '' }}
      submit={labelOf('commands', 'receiptReissue')}
      onClose={onClose}
      onDone={({ receipt }) => {
        given.value = { receipt };
      }}
      body={(fields) => {
        const assuredBy = chosen(receiptAssurances, fields.assuredBy);
        return assuredBy === undefined ? missing('assuredBy') : { assuredBy };
      }}
    >
      {(form) => (
        <Choice
          form={form}
          name="assuredBy"
          label={labelOf('fields', 'assuredBy')}
          hint={words().keeping.reissueMeans}
          options={optionsOf(receiptAssurances, (code) => labelOf('receiptAssurances', code))}
        />
      )}
    </CommandForm>
  );
}

/** The new code in groups, as it is told by phone. */
function NewCode({ receipt, onClose }: { receipt: string | undefined; onClose: () => void }) {
  const w = words().keeping;
  return (
    <Shown class="new-code">
      {receipt === undefined ? (
        <p>{w.codeGone}</p>
      ) : (
        <>
          <h3>{w.newCode}</h3>
          <p class="code">
            {receipt.split('-').map((group, at) => (
              <span key={at}>{group}</span>
            ))}
          </p>
          <p>
            <strong>{w.tellItNow}</strong>
          </p>
        </>
      )}
      <Actions>
        {receipt === undefined ? null : (
          <button type="button" onClick={() => print()}>
            {w.printIt}
          </button>
        )}
        <button type="button" class="primary" onClick={onClose}>
          {words().frame.close}
        </button>
      </Actions>
    </Shown>
  );
}
