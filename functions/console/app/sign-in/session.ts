import { signal } from '@preact/signals';
import { forgetDrafts, hasDrafts } from '../frame/drafts.ts';
import { whole } from '../frame/route.ts';
import { addressOf } from '../settings.ts';
import { alone, hearTabs, tellTabs } from './other-tabs.ts';
import { leaveForSignIn, leaveForSignOut, refreshed, revoke, signInBeside, type Tokens } from './sign-in.ts';
import {
  forgetToken,
  isDutyPhone,
  lastSeen,
  mustSignInAnew,
  replaceToken,
  storedToken,
  storeSeen,
  storeToken,
} from './token-store.ts';

/**
 * Who is signed in with this window.
 * `not_reached`: nobody knows yet, for there is no network.
 * `shut_out`: whoever signed in has no account here any more.
 * `covered`: nobody touched the console for a while, or the sign-in ended. What the window shows is covered until the same
 * person signs in again. What was typed stays.
 * `on_duty`: nobody touched a duty phone for a while. The list and "I have it" stay, and nothing else is shown.
 * `told`: this window was only there to sign in for another one, and can be closed.
 */
export type SessionState =
  'starting' | 'not_reached' | 'signed_out' | 'shut_out' | 'signed_in' | 'covered' | 'on_duty' | 'told';

export const session = signal<SessionState>('starting');

/** Why the window is covered: nobody was there, or the sign-in ended. */
export const coveredBecause = signal<'idle' | 'ended'>('idle');

/** Whether this phone keeps the sign-in until the shift ends. */
export const onDutyPhone = signal(isDutyPhone());

/** For so long nobody has to touch the console. Source: docs/design.md, Console. */
const idleMs = 15 * 60_000;

/** In memory only, so a page that is closed has none. */
let access: string | undefined;

/** Whose token it is or was, by the id that the sign-in knows. */
let person: string | undefined;

/** How far the clock of the server is ahead of this machine's. A token says when it was made. */
let aheadMs = 0;

/** The present instant, by the clock of the server. */
export function now(): Date {
  return new Date(Date.now() + aheadMs);
}

/** Begins with tokens that the sign-in has just given. */
export function begin(given: Tokens): void {
  // A phone stays the duty phone of whoever said so, and of nobody else. After a load of the page nobody knows who that was.
  if (person !== claimsOf(given).sub) end();
  take(given);
  mustSignInAnew(false);
  session.value = 'signed_in';
  onDutyPhone.value = isDutyPhone();
  seenAnew();
}

function claimsOf({ access_token: token }: Tokens): { iat: number; sub: string } {
  return JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))) as {
    iat: number;
    sub: string;
  };
}

function take(given: Tokens): void {
  access = given.access_token;
  if (given.refresh_token !== undefined) storeToken(given.refresh_token);
  const { iat, sub } = claimsOf(given);
  person = sub;
  aheadMs = iat * 1000 - Date.now();
}

/** Begins with the token that this tab or this phone has kept. */
export async function resume(): Promise<Renewal> {
  const renewal = await renewed();
  if (renewal !== 'renewed') return renewal;
  if (isDutyPhone() && isIdle()) session.value = 'on_duty';
  else {
    session.value = 'signed_in';
    seen();
  }
  return 'renewed';
}

const isIdle = (): boolean => Date.now() - Math.max(lastSeen(), touchedAt) > idleMs;

/** The token for a request to the API. */
export function accessToken(): string | undefined {
  return access;
}

export type Renewal = 'renewed' | 'refused' | 'not_reached';

let renewing: Promise<Renewal> | undefined;

/**
 * Gets another access token. Whoever asks meanwhile waits for the same one, because a refresh token is good once. After
 * `refused` the person has to sign in again, and what was typed stays.
 */
export function renewed(): Promise<Renewal> {
  renewing ??= alone(renew).finally(() => {
    renewing = undefined;
  });
  return renewing;
}

/** Another tab may have replaced the token while this one waited, so it is read only now. */
async function renew(): Promise<Renewal> {
  const token = storedToken();
  if (token === undefined) return 'refused';
  try {
    const given = await refreshed(token);
    // Meanwhile the person signed out, or the window was covered: what comes now is for nobody.
    if (storedToken() === undefined) {
      if (given?.refresh_token !== undefined) void revoke(given.refresh_token);
      return 'refused';
    }
    if (storedToken() !== token) return await renew();
    if (given === undefined) {
      forgetToken();
      onDutyPhone.value = false;
      return 'refused';
    }
    take(given);
    if (given.refresh_token !== undefined) tellTabs({ told: 'replaced', was: token, by: given.refresh_token });
    return 'renewed';
  } catch {
    return 'not_reached';
  }
}

/** The API takes this person's token no more, and there is no other. */
export function lose(): void {
  access = undefined;
  // A window that is covered already, or where nobody is signed in, stays as it is.
  if (session.value === 'starting') session.value = 'signed_out';
  else if (session.value === 'signed_in' || session.value === 'on_duty') coverBecause('ended');
}

/** Whoever signed in has no account here any more. Nothing that was shown or typed stays. */
export function shutOut(): void {
  forgetDrafts();
  end();
  session.value = 'shut_out';
}

/** Somebody else signs in here now. */
export function leave(): void {
  end();
}

/** No token stays, neither here nor at the sign-in. */
function end(): void {
  const token = storedToken();
  forgetToken();
  onDutyPhone.value = false;
  access = undefined;
  if (token !== undefined) void revoke(token);
}

/**
 * Signs in again beside this window, which keeps all that was typed. Where the browser opens no window and nothing was
 * typed, this one goes. Somebody else sees nothing of what was here: the console begins anew for them.
 */
export async function signInAgain(): Promise<boolean> {
  mustSignInAnew(true);
  const before = storedToken();
  const given = await signInBeside();
  if (given === 'no_window') {
    if (!hasDrafts()) await leaveForSignIn(whole());
    return false;
  }
  if (given === undefined) return false;
  if (before !== undefined) void revoke(before);
  if (person !== undefined && claimsOf(given).sub !== person) {
    forgetDrafts();
    begin(given);
    location.replace(addressOf('/'));
    return false;
  }
  begin(given);
  return true;
}

/** From now on this phone keeps the sign-in until the shift ends, or no longer. */
export function setDutyPhone(isOne: boolean): void {
  const token = storedToken();
  if (token !== undefined) storeToken(token, isOne);
  onDutyPhone.value = isDutyPhone();
  seenAnew();
}

export async function signOut(): Promise<void> {
  const token = storedToken();
  forgetToken();
  access = undefined;
  if (person !== undefined) tellTabs({ told: 'left', person });
  if (token !== undefined) await revoke(token);
  leaveForSignOut();
}

let touchedAt = 0;
let toldAt = 0;
const oftenEnoughMs = 1_000;

/** Somebody touched the console. */
function seen(): void {
  touchedAt = Date.now();
  if (touchedAt - toldAt < oftenEnoughMs) return;
  toldAt = touchedAt;
  storeSeen(touchedAt);
  if (person !== undefined) tellTabs({ told: 'touched', person });
}

/** The same, told whatever was told just before. */
function seenAnew(): void {
  toldAt = 0;
  seen();
}

function coverBecause(why: 'idle' | 'ended'): void {
  coveredBecause.value = why;
  session.value = 'covered';
  mustSignInAnew(true);
}

function cover(): void {
  if (isDutyPhone()) {
    session.value = 'on_duty';
    // Where it is said what the phone still shows.
    scrollTo(0, 0);
    return;
  }
  coverBecause('idle');
  // Whoever loads the page again must sign in, too.
  end();
}

/** After a while without anybody, the first touch does not count: it may be somebody else's. */
function look(): void {
  if (session.value === 'signed_in' && isIdle()) cover();
}

/** Watches whether somebody is there, in this tab or another one of the same person. */
export function watchForIdle(): void {
  for (const name of ['pointerdown', 'keydown', 'scroll'] as const) {
    addEventListener(
      name,
      () => {
        look();
        if (session.value === 'signed_in') seen();
      },
      { capture: true, passive: true },
    );
  }
  // A phone that slept runs no timers.
  document.addEventListener('visibilitychange', look);
  setInterval(look, 5_000);
  hearTabs((told) => {
    if (told.told === 'replaced') replaceToken(told.was, told.by);
    else if (told.person !== person) return;
    else if (told.told === 'touched') {
      if (session.value === 'signed_in') touchedAt = Date.now();
    } else {
      forgetToken();
      onDutyPhone.value = false;
      lose();
    }
  });
}
