import type { CaseView, CommandAnswer, ReferralLine } from '../../api/answers.ts';
import { CommandButton } from '../../form/command-button.tsx';
import { labelOf, words } from '../../frame/texts.ts';
import { opensVeiled } from '../../reading/hard-texts.ts';
import { dropCopy, keepCopy, openedCopy } from '../../reading/opened.ts';
import { SafeWords } from '../../reading/text/safe-text.tsx';
import { CopyView } from './copy-view.tsx';

/** What was given away and who answered, once somebody opens it. */
export function SentCopy({ view, referral }: { view: CaseView; referral: ReferralLine }) {
  const w = words().referrals;
  const { id, fields = [] } = referral;
  const number = view.caseNumber;
  const opened = openedCopy(number, 'sent', id);
  if (opened === undefined) {
    return (
      <CommandButton
        command="referralReading"
        place={{ number, referral: id }}
        body={{}}
        onDone={(answer) => {
          keepCopy(number, id, {
            kind: 'sent',
            copy: answer.copy,
            isWithheld: answer.addressesWithheld !== undefined,
            saidBy: namesIn(answer),
          });
        }}
      />
    );
  }
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

function namesIn({ answer, accepted, declined, completed }: CommandAnswer<'referralReading'>): Record<string, string> {
  const said = {
    acknowledged: answer?.acknowledgedBy,
    accepted: accepted?.saidBy,
    declined: declined?.saidBy,
    completed: completed?.saidBy,
  };
  return Object.fromEntries(Object.entries(said).filter((one): one is [string, string] => one[1] !== undefined));
}
