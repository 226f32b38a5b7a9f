import { later } from '../frame/later.tsx';
import { may, me } from '../frame/people.ts';
import { Titled } from '../frame/titled.tsx';
import { words } from '../frame/texts.ts';
import { session, signInAgain } from '../sign-in/session.ts';
import { loadPerson } from '../frame/start.ts';

const DeviceChoices = later(async () => (await import('./device-choices.tsx')).DeviceChoices);
const AttentionPage = later(async () => (await import('./attention-page.tsx')).AttentionPage);
const ReadingsOfColleagues = later(async () => (await import('./readings-of-colleagues.tsx')).ReadingsOfColleagues);
const WorkPage = later(async () => (await import('./work-page.tsx')).WorkPage);
const QueuePage = later(async () => (await import('../queue/queue-page.tsx')).QueuePage);

/** What waits for this person: what nobody has seen, else their own work, else the queue as far as they see it. */
export function HomePage() {
  return (
    <>
      {session.value === 'on_duty' ? <OnDutyOnly /> : null}
      <Waiting />
      {may('see_readings') && session.value !== 'on_duty' ? <ReadingsOfColleagues /> : null}
      {session.value === 'on_duty' ? null : <DeviceChoices />}
    </>
  );
}

function Waiting() {
  if (may('see_attention')) return <AttentionPage />;
  if (!may('list_cases')) {
    return (
      <Titled title={words().frame.home}>
        <p>{words().home.noWork}</p>
      </Titled>
    );
  }
  if (me.value?.role === 'counsellor') return <WorkPage />;
  return session.value === 'on_duty' ? null : <QueuePage title={words().frame.home} />;
}

/** On a duty phone that nobody touched for a while. */
export function OnDutyOnly() {
  const again = async (): Promise<void> => {
    if (await signInAgain()) await loadPerson();
  };
  return (
    <div class="on-duty">
      <p>{words().home.onDutyOnly}</p>
      <p class="actions">
        <button type="button" onClick={() => void again()}>
          {words().frame.signInAgain}
        </button>
      </p>
    </div>
  );
}
