/**
 * The first class rings at any hour. The second is looked at on the next working day. Source: docs/practice.md, Mails.
 */
export const alarmClasses = ['child_may_be_waiting', 'look_tomorrow'] as const;
export type AlarmClass = (typeof alarmClasses)[number];
