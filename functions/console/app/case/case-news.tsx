import { useEffect } from 'preact/hooks';
import type { Refusal } from '../api/call.ts';
import { say, words } from '../frame/texts.ts';
import { session } from '../sign-in/session.ts';
import { freshCase, heardCase, isGone, newerCase, newsOf, seenCase, showNewest } from './seen-cases.ts';

/** How often a case is read again while somebody can see it. Source: docs/design.md, Console. */
const everyMs = 30_000;

/** Says what happened to the case since it was shown, and shows it when the person wants it. */
export function CaseNews({ number, onRefused }: { number: string; onRefused: (refusal: Refusal) => void }) {
  useEffect(() => {
    const lookAgain = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || session.value !== 'signed_in') return;
      const now = await freshCase(number);
      if ('view' in now) heardCase(number).value = now;
      else if (isGone(now)) onRefused(now);
    };
    const timer = setInterval(() => void lookAgain(), everyMs);
    const atOnce = (): void => void lookAgain();
    document.addEventListener('visibilitychange', atOnce);
    addEventListener('focus', atOnce);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', atOnce);
      removeEventListener('focus', atOnce);
    };
  }, [number]);
  const before = seenCase(number).value;
  const newer = newerCase(number);
  const count = newsOf(before, newer).length;
  const show = (): void => {
    showNewest(number);
    document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
  };
  return (
    <output class="case-news">
      {newer === undefined ? null : (
        <>
          <span>
            {count === 0
              ? words().case.changed
              : count === 1
                ? words().case.oneChange
                : say(words().case.changes, { count: String(count) })}
          </span>{' '}
          <button type="button" onClick={show}>
            {words().case.show}
          </button>
        </>
      )}
    </output>
  );
}
