import { putGuideAway } from '../frame/choices.ts';
import { me } from '../frame/people.ts';
import { centreWords, say, texts } from '../frame/texts.ts';

/** What somebody of this role needs on their first day. */
export function Guide({ canPutAway = false }: { canPutAway?: boolean }) {
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
      {canPutAway ? (
        <p class="actions">
          <button type="button" onClick={() => putGuideAway(role)}>
            {w.read}
          </button>
          <span class="quiet">{w.stays}</span>
        </p>
      ) : null}
    </section>
  );
}
