import { ofCentre } from '../centre/centre-pages.tsx';
import { isGuideRead } from '../frame/choices.ts';
import { later } from '../frame/later.tsx';
import { Link } from '../frame/link.tsx';
import { may, me } from '../frame/people.ts';
import { Titled } from '../frame/titled.tsx';
import { words } from '../frame/texts.ts';
import { session, signInAgain } from '../sign-in/session.ts';
import { loadPerson } from '../frame/start.ts';
import { homeKind } from './home-kind.ts';

const AttentionPage = later(async () => (await import('../frame/first-pages.ts')).AttentionPage);
const ReadingsOfColleagues = later(async () => (await import('./readings-of-colleagues.tsx')).ReadingsOfColleagues);
const WorkPage = later(async () => (await import('../frame/first-pages.ts')).WorkPage);
const FirstDay = ofCentre(async () => (await import('./first-day.tsx')).FirstDay);
const RingsNow = ofCentre(async () => (await import('../frame/first-pages.ts')).RingsNow);
const StartHere = ofCentre(async () => (await import('./start-here.tsx')).StartHere);
const QueuePage = later(async () => (await import('../queue/queue-page.tsx')).QueuePage);

/** What waits for this person: what nobody has seen, else their own work, else the queue as far as they see it. */
export function HomePage() {
  return (
    <>
      {session.value === 'on_duty' ? <OnDutyOnly /> : null}
      <Waiting />
      {may('see_readings') && session.value !== 'on_duty' ? <ReadingsOfColleagues /> : null}
      {session.value === 'on_duty' ? null : <OwnThings />}
    </>
  );
}

function Waiting() {
  switch (homeKind()) {
    case 'attention':
      return <AttentionPage />;
    case 'work':
      return <WorkPage />;
    case 'queue':
      // Who sees that a case is late, and cannot work on it, looks for whom to tell.
      return session.value === 'on_duty' ? null : <QueuePage title={words().frame.home} first={<RingsNow />} />;
    default:
      return (
        <Titled title={words().frame.home}>
          <StartHere />
        </Titled>
      );
  }
}

/** Below what waits, so that nothing there moves: who rings now, the guide until it was read, and one's settings. */
function OwnThings() {
  const w = words().home;
  const role = me.value?.role;
  return (
    <>
      {may('see_duty') && homeKind() !== 'queue' ? <RingsNow /> : null}
      {role === undefined || isGuideRead(role) ? null : <FirstDay role={role} />}
      <p class="own">
        <Link to="/me">{w.mySettings}</Link> <span class="quiet">{w.mySettingsMean}</span>
      </p>
    </>
  );
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
