import type { ComponentChildren } from 'preact';
import { me } from '../frame/people.ts';
import { centreWords, say, texts } from '../frame/texts.ts';

/** What somebody of this role needs on their first day. */
export function Guide({ children }: { children?: ComponentChildren }) {
  const w = centreWords().guide;
  const role = me.value?.role;
  if (role === undefined) return null;
  const minutes = String(texts().country.holdMinutes);
  return (
    <section class="guide" aria-labelledby="guide-title">
      <h2 id="guide-title">{w.title}</h2>
      <ol>
        {w.roles[role].map((sentence) => (
          <li key={sentence}>{say(sentence, { minutes })}</li>
        ))}
      </ol>
      {children}
    </section>
  );
}
