import type { Text } from '../../text.ts';

/** What a key of the console does. */
export const keyActions = [
  'home',
  'queue',
  'find',
  'next',
  'previous',
  'open',
  'claim',
  'read',
  'acknowledge',
  'help',
  'close',
] as const;

export type KeyAction = (typeof keyActions)[number];

/** What each key does, and the words around the list of them. */
export interface KeyWords {
  actions: Readonly<Record<KeyAction, Text>>;
  title: Text;
  key: Text;
  does: Text;
  afterwards: Text;
  off: Text;
}
