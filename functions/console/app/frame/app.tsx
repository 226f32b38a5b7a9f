import type { ComponentType } from 'preact';
import { CasePanes } from '../case/case-panes.tsx';
import { centrePageAt, centrePages, ofCentre } from '../centre/centre-pages.tsx';
import { HomePage, OnDutyOnly } from '../home/home-page.tsx';
import { coveredBecause, session, signInAgain, signOut } from '../sign-in/session.ts';
import { leaveForSignIn } from '../sign-in/sign-in.ts';
import { Announcements } from './announce.tsx';
import { isHelpOpen } from './help-open.ts';
import { later } from './later.tsx';
import { Link } from './link.tsx';
import { may, me } from './people.ts';
import { below, path } from './route.ts';
import { chooseLanguage, loadPerson } from './start.ts';
import { Titled } from './titled.tsx';
import { language, texts, words } from './texts.ts';

const ApprovalsPage = later(async () => (await import('../keeping/approvals/approvals-page.tsx')).ApprovalsPage);
const QueuePage = later(async () => (await import('../queue/queue-page.tsx')).QueuePage);
const NightCase = later(async () => (await import('./first-pages.ts')).NightCase);
const LetterPage = later(async () => (await import('../night/letter-page.tsx')).LetterPage);
const FindPage = later(async () => (await import('../find/find-page.tsx')).FindPage);
const KeyHelp = later(async () => (await import('./key-help.tsx')).KeyHelp);
const FilingPage = later(async () => (await import('../filing/filing-page.tsx')).FilingPage);

const MePage = ofCentre(async () => (await import('../me/me-page.tsx')).MePage);
const HubPage = ofCentre(async () => (await import('../centre/hub-page.tsx')).HubPage);

/** All of the console. What was shown stays mounted under the cover, so nothing typed is lost. */
export function App() {
  switch (session.value) {
    case 'starting':
      return null;
    case 'not_reached':
      return <Alone title={words().frame.notReached} button={words().frame.tryAgain} act={() => location.reload()} />;
    case 'told':
      return <Alone title={words().frame.canClose} />;
    case 'shut_out':
      return <Alone title={words().frame.shutOut} means={words().frame.shutOutMeans} />;
    case 'signed_out':
      return <SignedOut />;
    default:
  }
  if (me.value === undefined) return <SignedOut />;
  const isCovered = session.value === 'covered';
  return (
    <>
      <div class={isCovered ? 'under' : ''} inert={isCovered}>
        <Header />
        <main id="main" tabIndex={-1}>
          <Page />
        </main>
      </div>
      <Announcements />
      {isHelpOpen.value && !isCovered ? <KeyHelp /> : null}
      {isCovered ? <Cover /> : null}
    </>
  );
}

/** The page of the path. Its title is set by the page itself, and says nothing of a case but its number. */
function Page() {
  const number = below('/cases/');
  const letter = below('/letters/');
  if (letter !== undefined) return <LetterPage key={letter} letter={letter} />;
  if (session.value === 'on_duty') {
    if (path.value === '/') return <HomePage />;
    return (
      <>
        <OnDutyOnly />
        {number === undefined ? null : <NightCase key={number} number={number} />}
      </>
    );
  }
  if (number !== undefined) return <CasePanes number={number} />;
  // Whoever has no menu begins here all the same.
  if (path.value === '/') return <HomePage />;
  if (path.value === '/me') return <MePage />;
  const entry = menu().find(({ to }) => to === path.value);
  if (entry !== undefined) return <entry.Page />;
  const found = centrePageAt(path.value);
  if (found !== undefined) return <found.page.Page key={path.value} rest={found.rest} />;
  return <Titled title={words().frame.notFound} />;
}

/** The pages of the menu that this person has. The others do not exist for them. */
function menu(): { to: string; label: string; isFor: boolean; Page: ComponentType }[] {
  const w = words().frame;
  const pages = [
    { to: '/', label: w.home, isFor: true, Page: HomePage },
    { to: '/cases', label: w.queue, isFor: may('list_cases'), Page: QueuePage },
    { to: '/approvals', label: words().keeping.approvals, isFor: may('see_attention'), Page: ApprovalsPage },
    { to: '/find', label: w.find, isFor: may('list_cases'), Page: FindPage },
    { to: '/file', label: w.file, isFor: may('file_report'), Page: FilingPage },
    { to: '/centre', label: w.centre, isFor: centrePages().length > 0, Page: HubPage },
  ];
  return pages.filter(({ isFor }) => isFor);
}

function Header() {
  const w = words().frame;
  return (
    <header class="top">
      <a class="skip" href="#main">
        {w.skip}
      </a>
      <nav aria-label={w.menu}>
        {menu().map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            isHere={path.value === to || (to === '/centre' && centrePageAt(path.value) !== undefined)}
          >
            {label}
          </Link>
        ))}
      </nav>
      <div class="who">
        <Link to="/me" class="name" isHere={path.value === '/me'}>
          {me.value?.name}
        </Link>
        {texts()
          .country.languages.filter((one) => one !== language.value)
          .map((one) => (
            <button key={one} type="button" lang={one} onClick={() => void chooseLanguage(one)}>
              {texts().country.languageNames[one] ?? one}
            </button>
          ))}
        <button type="button" class="wide" onClick={() => (isHelpOpen.value = true)}>
          {w.keys}
        </button>
        <button type="button" onClick={() => void signOut()}>
          {w.signOut}
        </button>
      </div>
    </header>
  );
}

/** Over everything, when nobody has touched the console for a while. */
function Cover() {
  const w = words().frame;
  const again = async (): Promise<void> => {
    if (await signInAgain()) await loadPerson();
  };
  return (
    <dialog
      class="cover"
      aria-labelledby="cover-title"
      onCancel={(event) => event.preventDefault()}
      ref={(dialog) => {
        if (dialog?.open === false) dialog.showModal();
      }}
    >
      <h1 id="cover-title">{coveredBecause.value === 'idle' ? w.covered : w.signInEnded}</h1>
      <p>{coveredBecause.value === 'idle' ? w.nothingLost : w.nothingLostHere}</p>
      <p>{w.asAnother}</p>
      <p class="actions">
        <button type="button" class="primary" onClick={() => void again()}>
          {w.signInAgain}
        </button>
      </p>
    </dialog>
  );
}

function SignedOut() {
  const w = words().frame;
  return <Alone title={w.signedOut} button={w.signIn} act={() => void leaveForSignIn('/')} />;
}

/** A page with nothing of the console around it: one thing to read, and one to do. */
function Alone({ title, means, button, act }: { title: string; means?: string; button?: string; act?: () => void }) {
  return (
    <main class="alone">
      <h1>{title}</h1>
      {means === undefined ? null : <p>{means}</p>}
      {button === undefined ? null : (
        <p class="actions">
          <button type="button" class="primary" onClick={act}>
            {button}
          </button>
        </p>
      )}
    </main>
  );
}
