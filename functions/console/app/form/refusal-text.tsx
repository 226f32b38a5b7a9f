import type { Refusal } from '../api/call.ts';
import { labelOf, say, words } from '../frame/texts.ts';

/** What a refusal means, and what to do. `hasText`: something was typed, and the person reads that it is still there. */
export function RefusalText({
  refusal,
  hasText = false,
  changed,
}: {
  refusal: Refusal | undefined;
  hasText?: boolean;
  /** What is said where something else than a case has changed meanwhile. */
  changed?: string | undefined;
}) {
  const w = words().frame;
  if (refusal === undefined) return null;
  if (refusal.why !== 'refused') {
    if (refusal.why === 'not_reached') return <p>{hasText ? w.notSent : w.notReachedNow}</p>;
    return <p>{hasText ? w.signInToSend : w.signInEnded}</p>;
  }
  const { title, detail, because, status, limit = '' } = refusal.problem;
  if (status === 412) return <p>{changed ?? w.changedNotSent}</p>;
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{status === 409 && because !== undefined ? say(labelOf('conflicts', because), { limit }) : detail}</p>
    </>
  );
}
