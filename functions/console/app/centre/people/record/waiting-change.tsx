import type { DirectoryBodies } from '#shared/contracts/http/directory/changes.ts';
import { Choice, Line } from '../../../form/fields.tsx';
import { chosen, missing } from '../../../form/missing.ts';
import { sayAt } from '../../../frame/moments.ts';
import { centreWords, labelOf, say } from '../../../frame/texts.ts';
import { CentreForm } from '../../centre-form.tsx';
import { nameInDirectory } from '../known-people.ts';
import type { SeenPerson } from './seen-person.ts';
import type { Offers, WaitingView } from '../person-rules.ts';
import { sayWaiting } from '../record-words.ts';

const verdicts = ['approve', 'refuse'] as const;
type Verdict = (typeof verdicts)[number];

interface Props {
  seen: SeenPerson;
  waiting: WaitingView;
  offers: Offers;
  reload: () => Promise<void>;
  onDone: () => void;
}

/** What waits on a record: what becomes of it, why it waits, until when, who decides; and the decision. */
export function WaitingChange({ seen, waiting, offers, reload, onDone }: Props) {
  const w = centreWords().people;
  const { because, askedBy, askedAt, lapsesAt, effectiveAt, partner, deciders = [] } = waiting;
  const names = deciders.map(nameInDirectory).join(', ');
  return (
    <section class="waiting" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{w.decide}</h2>
      <ul>
        {sayWaiting(seen.person, waiting).map((change) => (
          <li key={change}>
            <strong>{change}</strong>
          </li>
        ))}
        {because.map((reason) => (
          <li key={reason}>{w.because[reason]}</li>
        ))}
      </ul>
      <p>{say(w.askedBy, { name: nameInDirectory(askedBy), at: sayAt(askedAt) })}</p>
      {lapsesAt === undefined ? null : <p>{say(w.lapses, { at: sayAt(lapsesAt) })}</p>}
      {effectiveAt === undefined ? null : <p>{say(w.effective, { at: sayAt(effectiveAt) })}</p>}
      <p>{names === '' ? w.nobodyDecides : say(w.deciders, { names })}</p>
      {partner === undefined ? null : <p>{w.partnerDecides}</p>}
      <p class="quiet">{w.changeWaits}</p>
      <Decision
        seen={seen}
        offers={offers}
        reload={reload}
        onDone={onDone}
        isSuspension={waiting.set['active'] === false}
      />
    </section>
  );
}

function Decision({ seen, offers, reload, onDone, isSuspension }: Omit<Props, 'waiting'> & { isSuspension: boolean }) {
  const w = centreWords().people;
  const { approve, refuse, isOwn, call } = offers;
  if (!approve && !refuse && !call) return <p>{w.mayNotDecide}</p>;
  const takesBack = isOwn && !approve && !call;
  const means: Readonly<Record<Verdict, string>> = {
    approve: w.approveMeans,
    refuse: isSuspension ? (isOwn ? w.takeBackSuspension : w.refuseSuspension) : w.refuseMeans,
  };
  const offered: Readonly<Record<Verdict, boolean>> = { approve: approve || call, refuse: refuse || call };
  const options = verdicts
    .filter((verdict) => offered[verdict])
    .map((code) => ({ code, label: labelOf('verdicts', code), hint: means[code] }));
  return (
    <>
      {takesBack ? <p>{w.takeBackMeans}</p> : null}
      {takesBack && isSuspension ? <p>{w.takeBackSuspension}</p> : null}
      <CentreForm
        command="approval"
        place={{ person: seen.person.id }}
        etag={seen.etag}
        empty={{ verdict: '', code: '' }}
        submit={takesBack ? w.takeBack : labelOf('commands', 'approval')}
        isPrimary={!takesBack}
        reload={reload}
        onDone={() => {
          onDone();
          document.querySelector<HTMLElement>('#main')?.focus();
        }}
        body={(fields): DirectoryBodies['approval'] | string => {
          const verdict = takesBack ? 'refuse' : chosen(verdicts, fields.verdict);
          if (verdict === undefined) return missing('verdict');
          const code = fields.code.trim();
          const isMine = verdict === 'approve' ? approve : refuse;
          if (code === '') return isMine ? { verdict } : w.callMissing;
          return { verdict, call: { code } };
        }}
      >
        {(form) =>
          takesBack ? null : (
            <>
              <Choice form={form} name="verdict" label={labelOf('fields', 'verdict')} options={options} />
              {call ? (
                <>
                  <p>{w.byCall}</p>
                  <Line form={form} name="code" label={w.callCode} hint={w.callHint} secret />
                </>
              ) : null}
            </>
          )
        }
      </CentreForm>
    </>
  );
}
