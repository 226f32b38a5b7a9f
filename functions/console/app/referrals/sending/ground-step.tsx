import { useEffect } from 'preact/hooks';
import { notToldFirstReasons, overrideReasons } from '#shared/domain/case/referral.ts';
import type { CaseView, ReferralLine } from '../../api/answers.ts';
import { Choice, Line, Select, optionsOf } from '../../form/fields.tsx';
import type { Form } from '../../form/form-fields.ts';
import { labelOf, labels, words } from '../../frame/texts.ts';
import { MessageField } from '../../handling/message-field.tsx';
import { ContactChoice } from './contact-choice.tsx';
import { Phones } from '../phones.tsx';
import { isOnlyRung, recipientsOf } from './recipients.ts';
import { groundsFor, standingOfWish, type SendingFields } from './steps.ts';

interface StepProps {
  form: Form<SendingFields>;
  view: CaseView;
  referral: ReferralLine;
}

/** Why it may be given: with the wish in words, and for an override its reason and the reporter told first. */
export function GroundStep({ form, view, referral }: StepProps) {
  const w = words().referrals;
  const wish = standingOfWish(referral);
  const grounds = groundsFor(referral);
  return (
    <>
      <Wish referral={referral} />
      {grounds.length === 1 ? (
        <p>{labelOf('sharingGrounds', grounds[0])}</p>
      ) : (
        <Choice
          form={form}
          name="ground"
          label={labels().fields['ground'] ?? ''}
          options={grounds.map((code) => ({
            code,
            label: labelOf('sharingGrounds', code),
            ...(code === 'consent' && wish === 'against' ? { hint: w.consentAgainst } : {}),
          }))}
        />
      )}
      {form.fields.ground === 'override' ? <Override form={form} view={view} /> : null}
      <Select
        form={form}
        name="basis"
        label={labels().fields['basis'] ?? ''}
        options={optionsOf(Object.keys(labels().legalBases), (code) => labelOf('legalBases', code))}
      />
      <ToWhom form={form} view={view} referral={referral} />
    </>
  );
}

/** What the reporter said about this institution. What is against it stands out, in words too. */
export function Wish({ referral }: { referral: ReferralLine }) {
  const wish = standingOfWish(referral);
  if (wish === 'none') return null;
  return <p class={wish === 'against' ? 'warning against' : ''}>{words().referrals.wish[wish]}</p>;
}

function Override({ form, view }: Pick<StepProps, 'form' | 'view'>) {
  const w = words().referrals;
  const { tell } = form.fields;
  return (
    <>
      <Choice
        form={form}
        name="overrideBecause"
        label={labels().fields['overrideBecause'] ?? ''}
        options={optionsOf(overrideReasons, (code) => labelOf('overrideReasons', code))}
      />
      <Choice
        form={form}
        name="tell"
        label={w.toldFirst}
        options={[
          { code: 'write', label: w.writeFirst },
          ...optionsOf(notToldFirstReasons, (code) => labelOf('notToldFirstReasons', code)),
        ]}
      />
      {tell === 'write' ? <MessageField form={form} name="message" view={view} /> : null}
    </>
  );
}

/** Which of many, and who there. */
function ToWhom({ form, view, referral: { institution } }: StepProps) {
  const w = words().referrals;
  const known = recipientsOf(institution).value;
  const { list, isLocal, phones } = known;
  const onlyRung = isOnlyRung(known);
  useEffect(() => {
    if (onlyRung) form.set({ way: 'call' });
  }, [onlyRung]);
  const mayMail = view.may.includes('refer_case');
  const choose = (id: string): void => {
    const unit = list.find((one) => one.id === id)?.unit;
    form.set({ contact: id, ...(isLocal && unit !== undefined ? { unit } : {}) });
  };
  const chosen: Form<SendingFields> = { ...form, set: ({ contact = '' }) => choose(contact) };
  return (
    <>
      {mayMail ? (
        <Choice
          form={form}
          name="way"
          label={w.way}
          options={[...(onlyRung ? [] : [{ code: 'mail', label: w.wayMail }]), { code: 'call', label: w.wayCall }]}
        />
      ) : (
        <p class="warning">{w.byCallOnly}</p>
      )}
      <ContactChoice
        form={chosen}
        institution={institution}
        label={w.contacts}
        none={isLocal ? w.choose : w.everyContact}
      />
      {onlyRung ? <Phones phones={phones} /> : null}
      {isLocal ? <Line form={form} name="unit" label={labels().fields['unit'] ?? ''} hint={w.unitHint} /> : null}
    </>
  );
}
