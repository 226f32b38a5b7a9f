/*
 * What this browser keeps of the console. Some browsers forbid it, and a full device has no room. Nobody who is called at
 * night may meet an empty page for that, so a value is then in memory until the page is left.
 */

/** A few short values by name. */
export interface Kept {
  get(key: string): string | undefined;
  /** Whether it stays when the page is left. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
}

/** The storage is asked for at each use: to name it at all throws where it is forbidden. */
export function keptIn(storage: () => Storage): Kept {
  const inMemory = new Map<string, string>();
  const drop = (key: string): void => {
    inMemory.delete(key);
    try {
      storage().removeItem(key);
    } catch {
      // What cannot be reached keeps nothing.
    }
  };
  return {
    get: (key) => {
      const held = inMemory.get(key);
      if (held !== undefined) return held;
      try {
        return storage().getItem(key) ?? undefined;
      } catch {
        return undefined;
      }
    },
    set: (key, value) => {
      // The value before it gives room, and is never read in its place.
      drop(key);
      try {
        storage().setItem(key, value);
        return true;
      } catch {
        inMemory.set(key, value);
        return false;
      }
    },
    remove: drop,
  };
}

/** For as long as nobody clears this browser. */
export const onDevice = keptIn(() => localStorage);

/** With this tab. */
export const inTab = keptIn(() => sessionStorage);

/** Whether the way to the sign-in page and back can be remembered. */
export function canSignIn(): boolean {
  const kept = inTab.set('besa.room', '1');
  inTab.remove('besa.room');
  return kept;
}
