/** The first one rings, at any hour; the second is looked at on the next working day. Source: PRACTICE, mails. */
export const alarmClasses = ['child_may_be_waiting', 'look_tomorrow'] as const;
export type AlarmClass = (typeof alarmClasses)[number];
