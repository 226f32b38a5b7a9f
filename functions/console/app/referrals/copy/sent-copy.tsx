import type { CaseView, CommandAnswer, ReferralLine } from '../../api/answers.ts';
import { wordsSaid } from '#shared/domain/case/referral.ts';
import { CommandButton } from '../../form/command-button.tsx';
import { labelOf, words } from '../../frame/texts.ts';
import { opensVeiled } from '../../reading/hard-texts.ts';
import { dropCopy, keepCopy, openedCopy } from '../../reading/opened.ts';
import { SafeWords } from '../../reading/text/safe-text.tsx';
import { CopyView } from './copy-view.tsx';
import { ReferralThread } from './referral-thread.tsx';

/** What was given away, what was asked, and who answered, once somebody opens it. */
export function SentCopy({ view, referral, label }: { view: CaseView; referral: ReferralLine; label?: string }) {
  const w = words().referrals;
  const { id, fields = [], questions } = referral;
  const number = view.caseNumber;
  const opened = openedCopy(number, 'sent', id);
  if (opened === undefined) return <OpenIt number={number} id={id} label={label} />;
  const isOld = opened.thread.length < wordsSaid({ questions });
  return (
    <section class="as-read" aria-label={w.copySent}>
      <h4>{w.copySent}</h4>
      {opened.copy === undefined ? null : (
        <CopyView
          number={number}
          id={`sent-${id}`}
          copy={opened.copy}
          fields={fields}
          isVeiled={opensVeiled(view)}
          isWithheld={opened.isWithheld}
        />
      )}
      <ReferralThread number={number} id={`sent-${id}`} thread={opened.thread} isVeiled={opensVeiled(view)} />
      {isOld ? <OpenIt number={number} id={id} label={w.readQuestions} /> : null}
      <dl class="facts">
        {Object.entries(opened.saidBy).map(([answer, name]) => (
          <div key={answer}>
            <dt>{labelOf('referralAnswers', answer)}</dt>
            <dd>
              <SafeWords text={name} />
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={() => dropCopy(number, 'sent', id)}>
        {words().frame.close}
      </button>
    </section>
  );
}

function OpenIt({ number, id, label }: { number: string; id: string; label: string | undefined }) {
  return (
    <CommandButton
      command="referralReading"
      place={{ number, referral: id }}
      body={{}}
      {...(label === undefined ? {} : { label })}
      onDone={(answer) => {
        keepCopy(number, id, {
          kind: 'sent',
          copy: answer.copy,
          isWithheld: answer.addressesWithheld !== undefined,
          saidBy: namesIn(answer),
          thread: answer.thread,
        });
      }}
    />
  );
}

function namesIn({ answer, accepted, declined, completed }: CommandAnswer<'referralReading'>): Record<string, string> {
  const said = {
    acknowledged: answer?.acknowledgedBy,
    accepted: accepted?.saidBy,
    declined: declined?.saidBy,
    completed: completed?.saidBy,
  };
  return Object.fromEntries(Object.entries(said).filter((one): one is [string, string] => one[1] !== undefined));
}
