import { useSignal } from '@preact/signals';
import type { PanelProps } from '../case/panels.ts';
import { CommandForm } from '../form/command-form.tsx';
import { Actions } from '../form/fields.tsx';
import type { Form } from '../form/form-fields.ts';
import { missing } from '../form/missing.ts';
import { PanelForm } from '../form/panel-form.tsx';
import { Shown } from '../form/shown.tsx';
import { labelOf, words } from '../frame/texts.ts';
import { Institution, referralOf } from './institution.tsx';
import { ContactChoice } from './sending/contact-choice.tsx';
import { Phones } from './phones.tsx';
import { recipientsOf } from './sending/recipients.ts';

type Fields = { contact: string };

/** A code that was taken, and for whom. Without a code it was shown before. */
type Given = Record<'contact' | 'code', string | undefined>;

const bodyOf = ({ contact }: Fields): Fields | string => (contact === '' ? missing('contact') : { contact });

/** The contact who is told, where the referral went to one alone. */
const begins = ({ view, place }: PanelProps): Fields => ({ contact: referralOf(view, place)?.contact ?? '' });

/** Which contact has the access code. */
function Holder({ panel: { view, place }, form }: { panel: PanelProps; form: Form<Fields> }) {
  const referral = referralOf(view, place);
  if (referral === undefined) return null;
  return (
    <>
      <Institution referral={referral} />
      <ContactChoice
        form={form}
        institution={referral.institution}
        label={labelOf('fields', 'contact')}
        none={words().referrals.choose}
      />
    </>
  );
}

/** A one-time code for a contact who asked for it. It is shown once, in this panel alone. */
export function ReadOutCode(panel: PanelProps) {
  const { place, onClose } = panel;
  const given = useSignal<Given | undefined>(undefined);
  if (given.value !== undefined) return <CodeToSay panel={panel} given={given.value} />;
  return (
    <CommandForm
      command="referralAccess"
      place={place}
      empty={begins(panel)}
      submit={labelOf('commands', 'referralAccess')}
      onClose={onClose}
      onDone={({ code }, _, sent) => {
        given.value = { code, contact: sent?.contact };
      }}
      body={bodyOf}
    >
      {(form) => (
        <>
          <p>{words().referrals.codeMeans}</p>
          <Holder panel={panel} form={form} />
        </>
      )}
    </CommandForm>
  );
}

/** The code in two groups, as it is told by phone, with whom to ask for and the number to ring. */
function CodeToSay({ panel: { view, place, onClose }, given: { code, contact } }: { panel: PanelProps; given: Given }) {
  const w = words().referrals;
  const referral = referralOf(view, place);
  return (
    <Shown class="new-code">
      {code === undefined ? (
        <p>{w.codeShown}</p>
      ) : (
        <>
          <p class="code">
            {code.slice(0, 3)} {code.slice(3)}
          </p>
          <p>
            <strong>{w.sayCodeNow}</strong>
          </p>
          {referral === undefined ? null : (
            <>
              <Institution referral={referral} />
              <p>{recipientsOf(referral.institution).value.list.find(({ id }) => id === contact)?.name}</p>
              <Phones phones={referral.phones} />
            </>
          )}
        </>
      )}
      <Actions>
        <button type="button" class="primary" onClick={onClose}>
          {words().frame.close}
        </button>
      </Actions>
    </Shown>
  );
}

/** Ends the access code of a contact. */
export function EndAccess(panel: PanelProps) {
  return (
    <PanelForm panel={panel} command="referralAccessEnd" empty={begins(panel)} body={bodyOf}>
      {(form) => (
        <>
          <p>{words().referrals.accessEnds}</p>
          <Holder panel={panel} form={form} />
        </>
      )}
    </PanelForm>
  );
}
