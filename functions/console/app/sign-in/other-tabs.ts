/**
 * What the tabs of one browser tell each other. It is in memory only, and no other address hears it. A duplicated tab has
 * a copy of the refresh token, which is good once; so whoever gets another one tells it.
 */
export type ToldToTabs =
  /** A refresh token was replaced. */
  | { told: 'replaced'; was: string; by: string }
  /** Somebody touched the console as this person. */
  | { told: 'touched'; person: string }
  /** This person signed out. */
  | { told: 'left'; person: string };

const channel = new BroadcastChannel('besa-session');

export function tellTabs(told: ToldToTabs): void {
  channel.postMessage(told);
}

export function hearTabs(hear: (told: ToldToTabs) => void): void {
  channel.addEventListener('message', ({ data }: MessageEvent<ToldToTabs>) => hear(data));
}

/** For so long a tab waits for another one that refreshes. Then it goes on alone. */
const patienceMs = 25_000;

/** Does something while no other tab of this browser does the same. */
export async function alone<T>(act: () => Promise<T>): Promise<T> {
  let began = false;
  const once = (): Promise<T> => {
    began = true;
    return act();
  };
  try {
    return await navigator.locks.request('besa-session', { signal: AbortSignal.timeout(patienceMs) }, once);
  } catch (error) {
    if (began) throw error;
    return once();
  }
}
