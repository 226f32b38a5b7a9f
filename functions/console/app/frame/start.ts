import type { Refusal } from '../api/call.ts';
import { begin, leave, resume, session, watchForIdle } from '../sign-in/session.ts';
import { comeBack, isCallback, leaveForSignIn, waitingPath } from '../sign-in/sign-in.ts';
import { addressOf, settings } from '../settings.ts';
import { storedToken } from '../sign-in/token-store.ts';
import { lookAhead } from '../api/look.ts';
import { pathOfCase } from '../case/seen-cases.ts';
import { homeAhead, keepHomeKind } from '../home/home-kind.ts';
import { onDevice } from '../kept.ts';
import { announce } from './announce.tsx';
import { loadColleagues, loadMe, me } from './people.ts';
import { below, go, path, query, whole } from './route.ts';
import { language, loadTexts, words } from './texts.ts';

/**
 * What stands before the first page: texts, then who is signed in. Whoever is not, and did not just sign out, leaves for the
 * sign-in page and comes back to the same path.
 */
export async function start(): Promise<void> {
  loadPart(partToCome()).catch(() => undefined);
  const [, refusal] = await Promise.all([loadTexts(), signInHere().then(askFirst)]);
  watchForIdle();
  if (!isSignedIn()) return;
  await greet(refusal);
  // A page is read before keys are needed.
  void import('./first-pages.ts').then(({ watchKeys }) => watchKeys());
}

const isSignedIn = (): boolean => session.value === 'signed_in' || session.value === 'on_duty';

/** The path that will be shown. Undefined for whoever leaves for the sign-in page first. */
function partToCome(): string | undefined {
  if (isCallback(path.value)) return waitingPath();
  return storedToken() === undefined || query.value.has('as') ? undefined : path.value;
}

/** The room in which the person comes out. It is loaded while they are signed in, because each way there and back counts. */
async function loadPart(first?: string): Promise<void> {
  if (first === undefined) return;
  for (const name of settings.next) preload(name);
  await import('./first-pages.ts');
  if (/^\/cases(?!\/)/.test(first)) await import('../queue/queue-page.tsx');
}

/** Without it, a browser learns of a script only when the one that imports it is there. */
function preload(name: string): void {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = addressOf(`/files/${name}`);
  document.head.append(link);
}

/**
 * Who the person is, and what their first page shows, are asked for at once: each way there and back counts. Where nobody
 * was here before, what home asks for is known once the person is.
 */
async function askFirst(): Promise<Refusal | undefined> {
  if (!isSignedIn()) return undefined;
  const number = below('/cases/');
  const guessed = path.value === '/' ? homeAhead() : [];
  const ahead = number === undefined ? guessed : [pathOfCase(number)];
  ahead.forEach(lookAhead);
  const refusal = await loadMe();
  if (refusal !== undefined) return refusal;
  keepHomeKind();
  if (path.value === '/' && guessed.length === 0) homeAhead().forEach(lookAhead);
  return undefined;
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
  await greet(await loadMe());
}

async function greet(refusal: Refusal | undefined): Promise<void> {
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
const hasChosen = (): boolean => onDevice.get(chosenKey) !== undefined;

/** After the person has chosen the language of their record: it holds here as well. */
export async function followRecord(): Promise<void> {
  onDevice.remove(chosenKey);
  await loadPerson();
}

export async function chooseLanguage(wanted: string): Promise<void> {
  try {
    await loadTexts(wanted);
    onDevice.set(chosenKey, '1');
  } catch {
    announce(words().frame.notReached);
  }
}
