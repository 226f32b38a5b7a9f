import type { Role } from '../../access/authorize.ts';
import type { Text } from '../../text.ts';

/** What somebody of a role needs on their first day. {minutes}: for how long "I have it" stops the calls. */
export interface GuideWords {
  title: Text;
  /** The button that puts it away. */
  read: Text;
  /** Where it is from then on. */
  stays: Text;
  roles: Readonly<Record<Role, readonly [Text, Text, Text, Text, Text]>>;
}
