import type { ComponentChildren } from 'preact';
import { parseTimerId } from '#shared/domain/case/timer-id.ts';
import {
  isUnderWay,
  askedSince,
  owesLook,
  referralStatusAfter,
  wasPassedOn,
  type ReferralStep,
} from '#shared/domain/case/referral.ts';
import type { CaseView, ReferralLine } from '../api/answers.ts';
import { defined } from '../api/defined.ts';
import { PanelButton } from '../case/case-bar.tsx';
import { CommandButton } from '../form/command-button.tsx';
import { isPast, sayAt, sayBy, saySince } from '../frame/moments.ts';
import { me, nameOf, nameOfActor } from '../frame/people.ts';
import { labelOf, labels, say, words } from '../frame/texts.ts';
import { SentCopy } from './copy/sent-copy.tsx';
import { LetterOf } from './copy/letter.tsx';
import { Phones } from './phones.tsx';
import { Wish } from './sending/ground-step.tsx';
import { whyNotSending } from './sending/steps.ts';

/** One institution: why it is proposed and what speaks against it, or what it was told and what it answered. */
export function ReferralCard({ view, referral }: { view: CaseView; referral: ReferralLine }) {
  const { institution, status } = referral;
  return (
    <li class="card">
      <h3>
        {labelOf('institutions', institution)} <span class="state">{labelOf('referralStatuses', status)}</span>
      </h3>
      {status === 'proposed' ? (
        <Proposal view={view} referral={referral} />
      ) : (
        <Course view={view} referral={referral} />
      )}
    </li>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The machine proposes, a person decides. */
function Proposal({ view, referral }: { view: CaseView; referral: ReferralLine }) {
  const w = words().referrals;
  const { id, reasons, basis, isLead, isNecessary, addressesOnly, proposedBy } = referral;
  const part = { referral: id };
  const whyNot = whyNotSending(view);
  const said = reasons.filter((code) => code !== 'by_hand' && code !== 'against_wish');
  return (
    <>
      <Wish referral={referral} />
      {said.length === 0 ? null : (
        <ul class="why">
          {said.map((code) => (
            <li key={code}>{labelOf('referralReasons', code)}</li>
          ))}
        </ul>
      )}
      {isNecessary ? <p>{w.required}</p> : null}
      {isLead ? <p>{w.lead}</p> : null}
      {addressesOnly === true ? <p>{w.onlyAddresses}</p> : null}
      <Phones phones={referral.phones} />
      <dl class="facts">
        <Fact name={w.basis}>{labelOf('legalBases', basis)}</Fact>
        <Fact name={w.proposedBy}>{nameOfActor(proposedBy)}</Fact>
      </dl>
      {whyNot === undefined ? null : (
        <p class="quiet">
          {w.whyNot} {labelOf('forbidden', whyNot)}
        </p>
      )}
      {whyNot === undefined && !view.may.includes('refer_case') ? <p class="quiet">{w.byCallOnly}</p> : null}
      <p class="actions">
        <PanelButton name="referralSending" view={view} part={part} />
        <PanelButton name="referralChange" view={view} part={part} />
        <PanelButton name="referralDrop" view={view} part={part} />
      </p>
    </>
  );
}

/** What became of it, what is due, and what can be done next. */
function Course({ view, referral }: { view: CaseView; referral: ReferralLine }) {
  const w = words().referrals;
  const { id, status, basis, unreachedSince, misdirectedAt, droppedBecause, approvedBy } = referral;
  const can = (step: ReferralStep): boolean => referralStatusAfter(step, status) !== undefined;
  const canAnswer = (['acknowledge', 'accept', 'decline', 'complete'] as const).some(can);
  const mayOpen = view.may.includes('refer_case');
  const isLookOwed = owesLook(defined(referral) as Parameters<typeof owesLook>[0]);
  const asked = askedSince(defined(referral) as Parameters<typeof askedSince>[0]);
  const mayReply = view.may.includes('follow_referral');
  const part = { referral: id };
  const place = { number: view.caseNumber, ...part };
  const hasLetter = wasPassedOn(referral) && status !== 'withdrawn';
  return (
    <>
      {unreachedSince === undefined ? null : <p class="warning">{w.cameBack}</p>}
      {misdirectedAt === undefined || !isUnderWay(referral) ? null : (
        <p class="warning">{say(w.notForThem, { at: sayAt(misdirectedAt) })}</p>
      )}
      <Deadlines view={view} id={id} />
      {droppedBecause === undefined ? null : (
        <p>
          {w.dropped}: {labelOf('dropReasons', droppedBecause)}
        </p>
      )}
      {wasPassedOn(referral) ? <WhatWasTold referral={referral} /> : null}
      <dl class="facts">
        <Fact name={w.basis}>{labelOf('legalBases', basis)}</Fact>
      </dl>
      <Phones phones={referral.phones} />
      {isLookOwed ? <p class="warning">{w.lookOwed}</p> : null}
      {asked === undefined ? null : (
        <p class="raised">
          {w.questionWaits} {saySince(asked)}
        </p>
      )}
      <div class="card-actions">
        {isLookOwed && mayOpen && approvedBy !== me.value?.id ? (
          <CommandButton command="referralLook" place={place} body={{}} />
        ) : null}
        {canAnswer ? <PanelButton name="referralAnswer" view={view} part={part} /> : null}
        {can('remind') && view.may.includes('follow_referral') && view.status !== 'closed' ? (
          <CommandButton command="referralReminder" place={place} body={{}} />
        ) : null}
        {asked !== undefined && mayReply ? <PanelButton name="referralReply" view={view} part={part} /> : null}
        {wasPassedOn(referral) && mayOpen ? <SentCopy view={view} referral={referral} /> : null}
        {!mayOpen && mayReply && referral.questions !== undefined ? (
          <SentCopy view={view} referral={referral} label={w.readQuestions} />
        ) : null}
        {hasLetter && mayOpen ? <LetterOf view={view} referral={referral} /> : null}
        {isUnderWay(referral) || status === 'completed' ? (
          <>
            <PanelButton name="referralAccess" view={view} part={part} />
            <PanelButton name="referralAccessEnd" view={view} part={part} />
          </>
        ) : null}
        {can('withdraw') ? <PanelButton name="referralWithdrawal" view={view} part={part} /> : null}
      </div>
    </>
  );
}

/** The clocks of this referral. */
function Deadlines({ view, id }: { view: CaseView; id: string }) {
  const mine = (view.timers ?? []).filter((timer) => parseTimerId(timer.id)?.subject === `referral-${id}`);
  return (
    <>
      {mine.map((timer) => {
        const isMissed = timer.missedAt !== undefined || isPast(timer.deadline);
        return (
          <p key={timer.id} class={isMissed ? 'missed' : ''}>
            {labelOf('clocks', timer.kind)}:{' '}
            {isMissed ? (
              <strong>
                {words().case.missedAt} {sayAt(timer.deadline)}
              </strong>
            ) : (
              sayBy(timer.deadline)
            )}
          </p>
        );
      })}
    </>
  );
}

/** When what happened, and on which ground, in codes that stand in clear. */
function WhatWasTold({ referral }: { referral: ReferralLine }) {
  const w = words().referrals;
  const {
    approvedAt,
    approvedBy,
    ground,
    overrideBecause,
    notToldFirstBecause,
    fields = [],
    questions,
    lookedAt,
    lookedBy,
  } = referral;
  const how = (way: string | undefined): string => (way === undefined ? '' : `, ${labelOf('answerWays', way)}`);
  const at = (
    name:
      | 'sentAt'
      | 'calledAt'
      | 'acknowledgedAt'
      | 'acceptedAt'
      | 'declinedAt'
      | 'completedAt'
      | 'remindedAt'
      | 'withdrawnAt',
    more = '',
  ) => {
    const when = referral[name];
    return when === undefined ? null : (
      <Fact key={name} name={w[name]}>
        {sayAt(when)}
        {more}
      </Fact>
    );
  };
  const because = (label: string): string => (label === '' ? '' : `: ${label}`);
  return (
    <dl class="facts">
      {approvedAt === undefined ? null : (
        <Fact name={w.decidedAt}>
          {nameOf(approvedBy ?? '')}, {sayAt(approvedAt)}
        </Fact>
      )}
      <Fact name={w.given}>
        {fields.length === 0 ? w.givenNothing : fields.map((field) => labelOf('disclosureFields', field)).join(', ')}
      </Fact>
      {ground === undefined ? null : (
        <Fact name={labels().fields['ground'] ?? ''}>
          {[labelOf('sharingGrounds', ground), labelOf('overrideReasons', overrideBecause)].filter(Boolean).join(': ')}
        </Fact>
      )}
      {ground !== 'override' ? null : (
        <Fact name={w.toldFirst}>
          {notToldFirstBecause === undefined ? words().frame.yes : labelOf('notToldFirstReasons', notToldFirstBecause)}
        </Fact>
      )}
      {at('calledAt')}
      {at('sentAt')}
      {at('acknowledgedAt', how(referral.acknowledgedHow))}
      {at('acceptedAt', how(referral.acceptedHow))}
      {at('declinedAt', how(referral.declinedHow) + because(labelOf('declineReasons', referral.declinedBecause)))}
      {at('completedAt', how(referral.completedHow) + because(labelOf('referralOutcomes', referral.outcome)))}
      {at('remindedAt')}
      {questions === undefined ? null : (
        <Fact name={w.lastAskedAt}>
          {sayAt(questions.askedAt)} ({questions.asked})
        </Fact>
      )}
      {questions?.repliedAt === undefined ? null : <Fact name={w.repliedAt}>{sayAt(questions.repliedAt)}</Fact>}
      {at('withdrawnAt', because(labelOf('withdrawReasons', referral.withdrawnBecause)))}
      {lookedAt === undefined ? null : (
        <Fact name={w.lookedAt}>
          {nameOf(lookedBy ?? '')}, {sayAt(lookedAt)}
        </Fact>
      )}
    </dl>
  );
}
