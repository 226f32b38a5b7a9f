import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import {
  answerWays,
  declineReasons,
  dropReasons,
  referralAnswers,
  referralOutcomes,
  referralStatusAfter,
  withdrawReasons,
} from '#shared/domain/case/referral.ts';
import { look } from '../api/look.ts';
import type { DirectoryAnswers } from '../api/answers.ts';
import type { PanelProps } from '../case/panels.ts';
import { CommandForm } from '../form/command-form.tsx';
import { chosen } from '../form/missing.ts';
import { OneChoicePanel } from '../form/one-choice-panel.tsx';
import { Choice, Line, Select, Tick, optionsOf } from '../form/fields.tsx';
import { labelOf, labels, words } from '../frame/texts.ts';
import { Institution, referralOf } from './institution.tsx';

const field = (name: string): string => labels().fields[name] ?? name;

const basesAsOptions = () => optionsOf(Object.keys(labels().legalBases), (code) => labelOf('legalBases', code));

/** Proposes an institution that the machine did not name. */
export function AddReferral({ place, onClose }: PanelProps) {
  const w = words().referrals;
  const inUse = useSignal<readonly string[]>(Object.keys(labels().institutions));
  useEffect(() => {
    void look<DirectoryAnswers['Recipients']>('/v1/directory/recipients').then((answer) => {
      if (answer.ok && answer.body.institutions !== undefined)
        inUse.value = answer.body.institutions.map(({ code }) => code);
    });
  }, []);
  return (
    <CommandForm
      command="referral"
      place={place}
      empty={{ institution: '', basis: '', lead: false }}
      body={({ institution, basis, lead }) => {
        if (institution === '') return w.missing.institution;
        if (basis === '') return w.missing.basis;
        return { institution, basis, lead };
      }}
      submit={labelOf('commands', 'referral')}
      onDone={onClose}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Select
            form={form}
            name="institution"
            label={field('institution')}
            none={w.choose}
            options={optionsOf(inUse.value, (code) => labelOf('institutions', code))}
          />
          <Select form={form} name="basis" label={field('basis')} none={w.choose} options={basesAsOptions()} />
          <Tick form={form} name="lead" label={field('lead')} />
        </>
      )}
    </CommandForm>
  );
}

/** Gives a proposal another basis, or makes its institution lead. */
export function ChangeReferral({ view, place, onClose }: PanelProps) {
  const referral = referralOf(view, place);
  return (
    <CommandForm
      command="referralChange"
      place={place}
      empty={{ basis: referral?.basis ?? '', lead: referral?.isLead ?? false }}
      body={({ basis, lead }) => ({ basis, lead })}
      submit={labelOf('commands', 'referralChange')}
      onDone={onClose}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Institution referral={referral} />
          <Select form={form} name="basis" label={field('basis')} options={basesAsOptions()} />
          <Tick form={form} name="lead" label={field('lead')} />
        </>
      )}
    </CommandForm>
  );
}

/** Drops a proposal, and says why. */
export function DropReferral(panel: PanelProps) {
  return (
    <OneChoicePanel
      panel={panel}
      command="referralDrop"
      field="because"
      codes={dropReasons}
      group="dropReasons"
      body={(because) => ({ because })}
    >
      <Institution referral={referralOf(panel.view, panel.place)} />
    </OneChoicePanel>
  );
}

/** Takes a referral back, and says why. */
export function WithdrawReferral(panel: PanelProps) {
  return (
    <OneChoicePanel
      panel={panel}
      command="referralWithdrawal"
      field="because"
      codes={withdrawReasons}
      group="withdrawReasons"
      body={(because) => ({ because })}
    >
      <Institution referral={referralOf(panel.view, panel.place)} />
      <p class="warning">{words().referrals.withdrawalMeans}</p>
    </OneChoicePanel>
  );
}

const stepOf = { acknowledged: 'acknowledge', accepted: 'accept', declined: 'decline', completed: 'complete' } as const;

/** What the institution answered: who said so, and how. */
export function AnswerOfInstitution({ view, place, onClose }: PanelProps) {
  const w = words().referrals;
  const referral = referralOf(view, place);
  const possible = referralAnswers.filter(
    (answer) => referral !== undefined && referralStatusAfter(stepOf[answer], referral.status) !== undefined,
  );
  return (
    <CommandForm
      command="referralAnswer"
      place={place}
      empty={{ answer: possible.length === 1 ? (possible[0] ?? '') : '', name: '', how: '', because: '', outcome: '' }}
      body={({ answer, name, how, because, outcome }) => {
        const said = chosen(referralAnswers, answer);
        if (said === undefined) return w.missing.answer;
        const way = chosen(answerWays, how);
        if (said === 'acknowledged' && (name.trim() === '' || way === undefined)) return w.missing.how;
        const reason = chosen(declineReasons, because);
        if (said === 'declined' && reason === undefined) return w.missing.because;
        const came = chosen(referralOutcomes, outcome);
        if (said === 'completed' && came === undefined) return w.missing.outcome;
        return {
          answer: said,
          name: name.trim() === '' ? undefined : name.trim(),
          how: way,
          because: said === 'declined' ? reason : undefined,
          outcome: said === 'completed' ? came : undefined,
        };
      }}
      submit={labelOf('commands', 'referralAnswer')}
      onDone={onClose}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Institution referral={referral} />
          <Choice
            form={form}
            name="answer"
            label={field('answer')}
            options={optionsOf(possible, (code) => labelOf('referralAnswers', code))}
          />
          {form.fields.answer === 'declined' ? (
            <Choice
              form={form}
              name="because"
              label={field('because')}
              options={optionsOf(declineReasons, (code) => labelOf('declineReasons', code))}
            />
          ) : null}
          {form.fields.answer === 'completed' ? (
            <Choice
              form={form}
              name="outcome"
              label={field('outcome')}
              options={optionsOf(referralOutcomes, (code) => labelOf('referralOutcomes', code))}
            />
          ) : null}
          <Line form={form} name="name" label={w.saidBy} />
          <Choice
            form={form}
            name="how"
            label={field('how')}
            options={optionsOf(answerWays, (code) => labelOf('answerWays', code))}
          />
        </>
      )}
    </CommandForm>
  );
}
