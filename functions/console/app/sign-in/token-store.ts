import { inTab, onDevice } from '../kept.ts';

/**
 * Where the refresh token is, between two loads of the page: with this tab, or on this phone until the shift ends. The
 * access token is never stored. Nothing of a case is.
 */
const key = 'besa.refresh';
const seenKey = 'besa.seen';
const anewKey = 'besa.sign-in-anew';

/** Whether the person has said that they are on duty with this phone. */
export function isDutyPhone(): boolean {
  return onDevice.get(key) !== undefined;
}

export function storedToken(): string | undefined {
  return onDevice.get(key) ?? inTab.get(key);
}

/** Keeps the token where the one before it was, or where it is wanted from now on. */
export function storeToken(token: string, onDutyPhone = isDutyPhone()): void {
  forgetToken();
  (onDutyPhone ? onDevice : inTab).set(key, token);
}

/** Another tab with a copy of the same token has got the next one. */
export function replaceToken(was: string, by: string): void {
  if (storedToken() === was) storeToken(by);
}

export function forgetToken(): void {
  onDevice.remove(key);
  inTab.remove(key);
}

/** When somebody last touched the console on a duty phone: it asks to sign in again after a while, also after a reload. */
export function lastSeen(): number {
  return Number(onDevice.get(seenKey) ?? 0);
}

export function storeSeen(at: number): void {
  if (isDutyPhone()) onDevice.set(seenKey, String(at));
  else onDevice.remove(seenKey);
}

/** After a cover, the sign-in asks for the password again, also when the page was loaded anew meanwhile. */
export function mustSignInAnew(must?: boolean): boolean {
  if (must === true) inTab.set(anewKey, '1');
  if (must === false) inTab.remove(anewKey);
  return inTab.get(anewKey) !== undefined;
}
