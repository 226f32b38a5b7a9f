import type { DangerFlag } from '../../case/danger/danger.ts';
import type { Text } from '../../text.ts';

/** Words of what somebody does who read of a person in danger: whom to ring, what to say, what not to say. */
export interface DangerWords extends Readonly<
  Record<'heading' | 'until' | 'say' | 'notSay' | 'doNot' | 'who' | 'called' | 'notCalled' | 'referenceHint', Text>
> {
  /** Numbers to ring, the first one first. */
  phones: Readonly<Record<DangerFlag, readonly string[]>>;
  /** What to say of each danger. */
  sayOf: Readonly<Record<DangerFlag, Text>>;
  /** How it ended. `{who}`, `{institution}` or `{because}`, and `{at}`. */
  ended: Readonly<Record<'called' | 'notCalled', Text>>;
}
