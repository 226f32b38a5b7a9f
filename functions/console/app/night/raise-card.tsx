import type { CaseView } from '../api/answers.ts';
import { seenCase } from '../case/seen-cases.ts';
import { RefusalText } from '../form/refusal-text.tsx';
import { Link } from '../frame/link.tsx';
import { sayBy, sayDeadline } from '../frame/moments.ts';
import { query } from '../frame/route.ts';
import { labelOf, say, texts, words } from '../frame/texts.ts';
import { isWide } from '../frame/wide.ts';
import { gateIsWanted } from '../reading/opened.ts';
import { session, signInAgain } from '../sign-in/session.ts';
import { acknowledge, acknowledging, sayAcknowledging, sayRungs } from './acknowledge.ts';
import { PhoneBackup } from './phone-backup.tsx';
import { isAmong, nextStepOf, ringsFor, wordOfNext, type Raise } from './ladder.ts';

/**
 * What rings because of a case, and "I have it": the first thing on its page. It shows nothing that is sealed, so nobody
 * has to read first. Opening the page changes nothing.
 */
export function RaiseCard({ number }: { number: string }) {
  const w = words().home;
  const view = seenCase(number).value?.view;
  const state = acknowledging(number).value;
  if (view === undefined) return null;
  const raises = waiting(view.raises ?? [], state?.state === 'held' ? state.raises : []);
  const told = sayAcknowledging(state);
  if (raises.length === 0 && state === undefined) return null;
  const clocks = (view.timers ?? [])
    .filter(({ id }) => raises.some(({ timer }) => timer === id))
    .toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1));
  const mayAcknowledge = view.may.includes('acknowledge_escalation');
  return (
    <section class="raise" aria-labelledby="raise-title">
      {raises.length === 0 ? null : (
        <>
          <h2 id="raise-title">{w.raiseTitle}</h2>
          {clocks.map((clock) => {
            const next = nextStepOf(clock, texts().country.rungs);
            const last = sayRungs(raises.filter(({ timer }) => timer === clock.id));
            return (
              <div key={clock.id}>
                <p>
                  <strong>{labelOf('clocks', clock.kind)}</strong> {sayDeadline(clock.deadline)}
                </p>
                {next === undefined ? null : (
                  <p>
                    {say(w[wordOfNext(clock.kind, next)], {
                      last,
                      next: labelOf('rungs', next.rung),
                      at: sayBy(next.at),
                    })}
                  </p>
                )}
              </div>
            );
          })}
        </>
      )}
      {raises.length === 0 ? (
        <h2 id="raise-title" class="unseen">
          {number}
        </h2>
      ) : null}
      <output>{told === undefined ? null : <span class="told">{told}</span>}</output>
      {state?.state === 'refused' ? (
        <div class="refusal" role="alert">
          <RefusalText refusal={state.refusal} />
        </div>
      ) : null}
      <p class="actions thumb">
        {raises.length > 0 && mayAcknowledge ? <AcknowledgeButton number={number} raises={raises} isBig /> : null}
        {raises.length > 0 && readsHere(view) ? <ReadButton number={number} /> : null}
        {raises.length > 0 ? <PhoneBackup raises={raises} excluded={view.exclusions?.people ?? []} /> : null}
      </p>
    </section>
  );
}

/** Whether the card offers to read: where the bar of the case, which does, is not in sight. */
function readsHere(view: CaseView): boolean {
  if (!view.may.includes('read_case')) return false;
  if (session.value === 'on_duty') return true;
  return !isWide.value && ringsFor(view) && query.value.get('tab') !== 'report';
}

/** What still waits. What somebody has just acknowledged may stand in an older answer. */
export function waiting(raises: readonly Raise[], held: readonly Raise[]): readonly Raise[] {
  return raises.filter((raise) => !isAmong(raise, held));
}

/** "I have it", for all that rings because of a case. After the ladder has moved on it asks again, with what rings now. */
export function AcknowledgeButton({
  number,
  raises,
  isBig = false,
  isPrimary = true,
  onDone,
}: {
  number: string;
  raises: readonly Raise[];
  isBig?: boolean;
  /** The one thing to do on the page. */
  isPrimary?: boolean;
  onDone?: () => void;
}) {
  const w = words().home;
  const state = acknowledging(number).value;
  const isSending = state?.state === 'sending';
  const now = state?.state === 'moved_on' ? state.raises : raises;
  const press = async (): Promise<void> => {
    await acknowledge(number, now);
    onDone?.();
  };
  return (
    <button
      type="button"
      class={[isPrimary ? 'primary' : '', isBig ? 'big' : ''].join(' ').trim()}
      data-key="a"
      aria-disabled={isSending}
      onClick={() => void press()}
    >
      {isSending
        ? words().frame.sending
        : say(state?.state === 'moved_on' ? w.stillMine : w.acknowledge, {
            minutes: String(texts().country.holdMinutes),
          })}
      {isBig ? null : <span class="unseen"> {number}</span>}
    </button>
  );
}

/** On a duty phone that nobody touched for a while, whoever reads signs in again. Else it leads to the report. */
function ReadButton({ number }: { number: string }) {
  const label = labelOf('commands', 'read');
  if (session.value !== 'on_duty') {
    return (
      <Link
        class="button"
        to={`/cases/${number}?tab=report`}
        onGo={() => {
          gateIsWanted.value = true;
        }}
      >
        {label}
      </Link>
    );
  }
  return (
    <button type="button" onClick={() => void signInAgain()}>
      {label}
    </button>
  );
}
