import { useEffect, useRef } from 'preact/hooks';
import { disclosureFields } from '#shared/domain/case/referral.ts';
import type { ApiProblem, Refusal } from '../../api/call.ts';
import { command } from '../../api/commands.ts';
import type { CaseView, ReferralLine } from '../../api/answers.ts';
import type { PanelProps } from '../../case/panels.ts';
import { CommandForm } from '../../form/command-form.tsx';
import type { Step } from '../../form/sending.ts';
import { Choices } from '../../form/fields.tsx';
import type { Form } from '../../form/form-fields.ts';
import { labelOf, say, words } from '../../frame/texts.ts';
import { opensVeiled } from '../../reading/hard-texts.ts';
import { dropCopy, isLifted, keepCopy, openedCopy, openedText } from '../../reading/opened.ts';
import { firstLines } from '../copy/say-copy.ts';
import { PositionTicks, ReadFirst } from '../ticks.tsx';
import { CopyStep } from './copy-step.tsx';
import { GroundStep, Wish } from './ground-step.tsx';
import {
  fieldOfSending,
  firstFields,
  missingOn,
  previewBody,
  sendingBody,
  stepOfField,
  stepsFor,
  type SendingFields,
  type StepName,
} from './steps.ts';

/** A referral is sent, step by step. The last one shows exactly what leaves. */
export function SendingPanel({ view, place, onClose }: PanelProps) {
  const { referral: id = '' } = place;
  const referral = view.referrals?.find((one) => one.id === id);
  if (referral === undefined) return <p>{labelOf('conflicts', 'unknown_referral')}</p>;
  return <Sending view={view} referral={referral} onClose={onClose} />;
}

function Sending({ view, referral, onClose }: { view: CaseView; referral: ReferralLine; onClose: () => void }) {
  const w = words().referrals;
  const { id } = referral;
  const number = view.caseNumber;
  const place = { number, referral: id };
  const mayMail = view.may.includes('refer_case');

  /** The copy that was seen, while what was chosen is still the same. */
  const seen = (chosen: SendingFields) => {
    const preview = openedCopy(number, 'preview', id);
    return preview?.of === asked(chosen) ? preview : undefined;
  };

  const see = async (form: Form<SendingFields>): Promise<Refusal | undefined> => {
    const body = previewBody(form.fields);
    const answer = await command('referralPreview', place, body, { key: crypto.randomUUID() });
    if (!answer.ok) return answer;
    const { copy, digest, addressesWithheld } = answer.body;
    keepCopy(number, id, {
      kind: 'preview',
      of: asked(form.fields),
      copy,
      digest,
      isWithheld: addressesWithheld !== undefined,
    });
    form.set({ step: 'copy' });
    return undefined;
  };

  const step = (form: Form<SendingFields>): Step | undefined => {
    const { step: at } = form.fields;
    if (at === 'copy' && seen(form.fields) !== undefined) return undefined;
    const next = at === 'copy' ? undefined : after(at, referral, form.fields);
    return {
      submit: next === undefined || next === 'copy' ? labelOf('commands', 'referralPreview') : w.continue,
      next: () => {
        if (openedText(number).value === undefined) return w.readFirst;
        const missing = at === 'copy' ? undefined : missingOn(at, form.fields);
        if (missing !== undefined) return missingText(missing);
        if (next === undefined || next === 'copy') return see(form);
        form.set({ step: next });
        return undefined;
      },
    };
  };

  return (
    <>
      {referral.status === 'proposed' ? null : (
        <output class="warning">{say(w.standsNow, { status: labelOf('referralStatuses', referral.status) })}</output>
      )}
      <CommandForm
        command="referralSending"
        place={place}
        empty={firstFields(referral, mayMail)}
        step={step}
        back={(form) => {
          const before = beforeOf(form.fields.step, referral, form.fields);
          return before === undefined ? undefined : () => form.set({ step: before });
        }}
        body={(chosen) => {
          const missing = missingOn('copy', chosen);
          if (missing !== undefined) return missingText(missing);
          return sendingBody(chosen, seen(chosen)?.digest ?? '');
        }}
        submit={({ way, name }) =>
          way !== 'call'
            ? labelOf('commands', 'referralSending')
            : name.trim() === ''
              ? w.called
              : say(w.calledAnd, { name: name.trim() })
        }
        fieldAt={fieldOfSending}
        onRefused={(problem, form) => toWhatIsWrong(problem, form, place)}
        onDone={() => {
          dropCopy(number, 'preview', id);
          onClose();
        }}
        onClose={onClose}
      >
        {(form) => <StepShown form={form} view={view} referral={referral} preview={seen(form.fields)} />}
      </CommandForm>
    </>
  );
}

const asked = (chosen: SendingFields): string => JSON.stringify(previewBody(chosen));

function after(at: StepName, referral: ReferralLine, chosen: SendingFields): StepName {
  const steps = stepsFor(referral, chosen);
  return steps[steps.indexOf(at) + 1] ?? 'copy';
}

function beforeOf(at: StepName, referral: ReferralLine, chosen: SendingFields): StepName | undefined {
  const steps = stepsFor(referral, chosen);
  return steps[steps.indexOf(at) - 1];
}

function missingText(name: keyof SendingFields): string {
  const { missing } = words().referrals;
  return Object.hasOwn(missing, name) ? missing[name as keyof typeof missing] : '';
}

/** A refusal leads to the step on which the field stands. What may be another copy by now is looked at again. */
function toWhatIsWrong(
  problem: ApiProblem,
  form: Form<SendingFields>,
  place: { number: string; referral: string },
): void {
  const { errors = [], because, status } = problem;
  const first = errors[0];
  if (first !== undefined) form.set({ step: stepOfField(fieldOfSending(first.pointer)) });
  if (because === 'copy_changed' || status === 412) dropCopy(place.number, 'preview', place.referral);
}

/** One step with its heading, which gets the focus when the step is opened. */
function StepShown({
  form,
  view,
  referral,
  preview,
}: {
  form: Form<SendingFields>;
  view: CaseView;
  referral: ReferralLine;
  preview: Parameters<typeof CopyStep>[0]['preview'];
}) {
  const w = words().referrals;
  const heading = useRef<HTMLHeadingElement>(null);
  const { step } = form.fields;
  const opened = useRef(step);
  useEffect(() => {
    if (opened.current !== step && form.problems.length === 0) heading.current?.focus();
    opened.current = step;
  }, [step]);
  const steps = stepsFor(referral, form.fields);
  const place = { step: String(steps.indexOf(step) + 1), count: String(steps.length), title: w.step[step] };
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {say(w.stepOf, place)}
      </h3>
      <Shown step={step} form={form} view={view} referral={referral} preview={preview} />
    </>
  );
}

function Shown({ step, form, view, referral, preview }: Parameters<typeof StepShown>[0] & { step: StepName }) {
  switch (step) {
    case 'fields':
      return <FieldStep form={form} view={view} referral={referral} />;
    case 'addresses':
      return (
        <PositionTicks
          form={form}
          view={view}
          gives={(['addresses', 'accounts'] as const).filter((field) => form.fields.fields.includes(field))}
        />
      );
    case 'ground':
      return <GroundStep form={form} view={view} referral={referral} />;
    case 'copy':
      return <CopyStep form={form} view={view} referral={referral} preview={preview} />;
    default:
      return step satisfies never;
  }
}

/** What is given, each with its first line as it would be read. */
function FieldStep({ form, view, referral }: { form: Form<SendingFields>; view: CaseView; referral: ReferralLine }) {
  const w = words().referrals;
  const number = view.caseNumber;
  const text = openedText(number).value?.text;
  if (text === undefined) return <ReadFirst view={view} />;
  const lines = firstLines(text, opensVeiled(view) && !isLifted(number, 'narrative-1'));
  const isWithheld = text.addressesWithheld !== undefined && text.addresses?.urls === undefined;
  return (
    <>
      <Wish referral={referral} />
      <Choices
        form={form}
        name="fields"
        label={w.whatIsGiven}
        options={disclosureFields.flatMap((code) => {
          if (code === 'addresses' && isWithheld) return [];
          const line = lines[code];
          return [
            {
              code,
              label: labelOf('disclosureFields', code),
              hint: line === undefined || line === '' ? w.nothingIn : line,
            },
          ];
        })}
      />
      {isWithheld ? <p class="warning">{w.addressesWithheld}</p> : null}
    </>
  );
}
