import { wordsSaid } from '#shared/domain/case/referral.ts';
import type { PanelProps } from '../case/panels.ts';
import { Area, Tick } from '../form/fields.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { words } from '../frame/texts.ts';
import { opensVeiled } from '../reading/hard-texts.ts';
import { openedCopy } from '../reading/opened.ts';
import { ReferralThread } from './copy/referral-thread.tsx';
import { Institution, referralOf } from './institution.tsx';
import { Phones } from './phones.tsx';

/** Replies to what the institution asked. What was asked stands above, once somebody opened it. */
export function ReplyToQuestion(panel: PanelProps) {
  const w = words().referrals;
  const { view, place } = panel;
  const referral = referralOf(view, place);
  const opened = referral && openedCopy(view.caseNumber, 'sent', referral.id);
  const isOpen = opened !== undefined && opened.thread.length >= wordsSaid(referral ?? {});
  return (
    <PanelForm
      panel={panel}
      command="referralReply"
      empty={{ text: '', phone: false }}
      body={({ text, phone }) => {
        if (text.trim() === '') return w.missing.reply;
        return { text, how: phone ? 'phone' : undefined };
      }}
    >
      {(form) => (
        <>
          <Institution referral={referral} />
          {isOpen ? null : <p class="warning">{w.questionFirst}</p>}
          {referral === undefined || opened === undefined ? null : (
            <ReferralThread
              number={view.caseNumber}
              id={`reply-${referral.id}`}
              thread={opened.thread}
              isVeiled={opensVeiled(view)}
              heading="h3"
            />
          )}
          {referral === undefined ? null : <Phones phones={referral.phones} />}
          <Area form={form} name="text" label={w.reply} hint={w.replyHint} />
          <Tick form={form} name="phone" label={w.saidByPhone} />
        </>
      )}
    </PanelForm>
  );
}
