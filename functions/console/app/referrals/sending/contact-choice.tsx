import { useEffect } from 'preact/hooks';
import { Select } from '../../form/fields.tsx';
import type { Form } from '../../form/form-fields.ts';
import { words } from '../../frame/texts.ts';
import { isOnlyRung, loadRecipients, recipientsOf } from './recipients.ts';

/** Which contact of an institution. An address or a phone number of theirs stands nowhere. */
export function ContactChoice({
  form,
  institution,
  label,
  none,
}: {
  form: Form<{ contact: string }>;
  institution: string;
  label: string;
  /** Stands for no choice. */
  none: string;
}) {
  const w = words().referrals;
  useEffect(() => void loadRecipients(institution), [institution]);
  const { list, next, state } = recipientsOf(institution).value;
  const names = list.map(({ id, name, unit, active }) => ({
    code: id,
    label: [name, unit, active ? undefined : w.notReached].filter(Boolean).join(', '),
  }));
  return (
    <>
      {state === 'failed' ? <p class="problem">{w.contactsNotSeen}</p> : null}
      {isOnlyRung({ list, next, state }) ? <p class="warning">{w.noContacts}</p> : null}
      {list.length === 0 ? null : <Select form={form} name="contact" label={label} none={none} options={names} />}
      {next === undefined ? null : (
        <button type="button" onClick={() => void loadRecipients(institution, next)}>
          {w.moreContacts}
        </button>
      )}
    </>
  );
}
