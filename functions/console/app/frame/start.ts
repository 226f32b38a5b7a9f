import { begin, leave, resume, session, watchForIdle } from '../sign-in/session.ts';
import { comeBack, isCallback, leaveForSignIn } from '../sign-in/sign-in.ts';
import { askAhead } from '../case/seen-cases.ts';
import { announce } from './announce.tsx';
import { loadColleagues, loadMe, me } from './people.ts';
import { below, go, path, query, whole } from './route.ts';
import { language, loadTexts, words } from './texts.ts';

/**
 * What stands before the first page: texts, then who is signed in. Whoever is not, and did not just sign out, leaves for the
 * sign-in page and comes back to the same path.
 */
export async function start(): Promise<void> {
  await Promise.all([loadTexts(), signInHere().then(beginCase)]);
  if (isSignedIn()) await loadPerson();
  watchForIdle();
  // A page is read before keys are needed.
  void import('./keys.ts').then(({ watchKeys }) => watchKeys());
}

const isSignedIn = (): boolean => session.value === 'signed_in' || session.value === 'on_duty';

/** A mail leads to a case. What its page needs is asked for while texts and the person come. */
function beginCase(): void {
  const number = below('/cases/');
  if (number === undefined || !isSignedIn()) return;
  askAhead(number);
  void import('../case/case-body.tsx').catch(() => undefined);
}

async function signInHere(): Promise<void> {
  if (isCallback(path.value)) {
    const came = await comeBack(query.value).catch(() => 'refused' as const);
    if (typeof came === 'object') {
      begin(came.tokens);
      go(came.path, 'replace');
    } else if (came === 'told_other_window') {
      session.value = 'told';
      close();
    } else session.value = 'signed_out';
    return;
  }
  const wanted = query.value.get('as') ?? undefined;
  if (wanted === undefined) {
    const resumed = await resume();
    if (resumed === 'not_reached') session.value = 'not_reached';
    if (resumed !== 'refused') return;
  } else leave();
  if (path.value === '/signed-out') {
    session.value = 'signed_out';
    return;
  }
  query.value.delete('as');
  await leaveForSignIn(whole(), wanted);
}

/** Who the person is, and in which language they work. */
export async function loadPerson(): Promise<void> {
  const refusal = await loadMe();
  if (refusal !== undefined) {
    // Whoever was here before stays, for all that they see is theirs.
    if (me.value === undefined && session.value !== 'shut_out') {
      session.value = refusal.why === 'signed_out' ? 'signed_out' : 'not_reached';
    }
  } else if (me.value !== undefined && me.value.language !== language.value && !hasChosen())
    await loadTexts(me.value.language).catch(() => undefined);
  void loadColleagues();
}

/** Kept where the person has chosen a language on this machine, against the one in their record. */
const chosenKey = 'besa.language-chosen';
const hasChosen = (): boolean => localStorage.getItem(chosenKey) !== null;

/** After the person has chosen the language of their record: it holds here as well. */
export async function followRecord(): Promise<void> {
  localStorage.removeItem(chosenKey);
  await loadPerson();
}

export async function chooseLanguage(wanted: string): Promise<void> {
  try {
    await loadTexts(wanted);
    localStorage.setItem(chosenKey, '1');
  } catch {
    announce(words().frame.notReached);
  }
}
