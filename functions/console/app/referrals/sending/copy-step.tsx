import type { CaseView, ReferralLine } from '../../api/answers.ts';
import { Line } from '../../form/fields.tsx';
import type { Form } from '../../form/form-fields.ts';
import { labelOf, words } from '../../frame/texts.ts';
import { opensVeiled } from '../../reading/hard-texts.ts';
import type { OpenedCopy } from '../../reading/opened.ts';
import { CopyView } from '../copy/copy-view.tsx';
import { Phones } from '../phones.tsx';
import { recipientsOf } from './recipients.ts';
import type { SendingFields } from './steps.ts';
import { Wish } from './ground-step.tsx';

type Preview = Extract<OpenedCopy, { kind: 'preview' }>;

/** The copy exactly as it will be read, what the reporter reads first, and who answered the call. */
export function CopyStep({
  form,
  view,
  referral,
  preview,
}: {
  form: Form<SendingFields>;
  view: CaseView;
  referral: ReferralLine;
  preview: Preview | undefined;
}) {
  const w = words().referrals;
  const { way, name, ground, tell, message, fields } = form.fields;
  if (preview === undefined) return <p class="warning">{w.copyGone}</p>;
  const answeredBy = way === 'call' && name.trim() !== '' ? name.trim() : undefined;
  const copy = answeredBy === undefined ? preview.copy : { answeredBy, ...preview.copy };
  return (
    <>
      <Wish referral={referral} />
      <section class="as-read" aria-label={w.theCopy}>
        <p>
          <strong>{labelOf('institutions', referral.institution)}</strong>
        </p>
        <CopyView
          number={view.caseNumber}
          id={`preview-${referral.id}`}
          copy={copy}
          fields={fields}
          isVeiled={opensVeiled(view)}
          isWithheld={preview.isWithheld}
        />
      </section>
      {copy.addresses === undefined ? null : <p class="quiet">{w.copyHint}</p>}
      {ground !== 'override' ? null : tell === 'write' ? (
        <>
          <p>{w.messageFirst}</p>
          <blockquote>{message}</blockquote>
        </>
      ) : (
        <p>
          {w.notToldFirst} {labelOf('notToldFirstReasons', tell)}
        </p>
      )}
      {way === 'call' ? (
        <>
          <Phones phones={referral.phones ?? recipientsOf(referral.institution).value.phones} />
          <Line form={form} name="name" label={w.whoAnswered} />
        </>
      ) : null}
    </>
  );
}
