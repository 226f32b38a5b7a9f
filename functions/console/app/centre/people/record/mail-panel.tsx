import { Line } from '../../../form/fields.tsx';
import { centreWords, labelOf } from '../../../frame/texts.ts';
import { CentreForm } from '../../centre-form.tsx';
import type { PersonPanelProps } from './seen-person.ts';

/** Writes an address anew to which mails came back. The same one is sent, too: whoever writes it says that it is right. */
export function MailPanel({ seen: { person, etag }, reload, onClose, onDone }: PersonPanelProps) {
  const { mailMeans, panels } = centreWords().people;
  return (
    <CentreForm
      command="personChange"
      place={{ person: person.id }}
      part="mail"
      etag={etag}
      empty={{ mail: person.mail }}
      submit={panels.mail}
      reload={reload}
      onDone={onDone}
      onClose={onClose}
      body={({ mail }) => ({ mail: mail.trim() })}
    >
      {(form) => (
        <Line form={form} name="mail" label={labelOf('fields', 'mail')} hint={mailMeans} type="email" secret />
      )}
    </CentreForm>
  );
}
