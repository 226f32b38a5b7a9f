/** Every measurement Besa makes of itself, with its unit. Alarms name them from this list. */
export const metrics = {
  ReportAccepted: 'Count',
  RequestFailed: 'Count',
  /** A request failed because the key service refused, throttled or did not answer. */
  KeysUnavailable: 'Count',
  /** A key was asked for to open a sealed text, whether it opened or not. Of which case, the access log says. */
  KeyAskedFor: 'Count',
  EventFailed: 'Count',
  EventUnreadable: 'Count',
  EventNotSent: 'Count',
  EventResent: 'Count',
  /** An event that was sent again for the third time, and every time after. */
  EventStuck: 'Count',
  /** Age of the oldest event that some consumer has not done; 0 when there is none. */
  OldestUndoneEventAge: 'Seconds',
  TimerRaised: 'Count',
  RaiseFailed: 'Count',
  /** By how much a raise came after it was due. */
  RaiseDelay: 'Seconds',
  NobodyToTell: 'Count',
  /** A rung of the ladder had nobody to tell, or nobody not yet told. */
  RungSkipped: 'Count',
  /** Of the next 24 hours, those in which nobody who is called first is on duty, or nobody of them is cleared. */
  HoursWithoutDuty: 'Count',
  HoursWithoutClearance: 'Count',
  /** Addresses for the cyber authority: from the report to the decision to send them, and from then until it has them. */
  HandOverDecision: 'Seconds',
  HandOverAnswer: 'Seconds',
  MailSent: 'Count',
  MailFailed: 'Count',
  MailRefused: 'Count',
  /** A mail told nobody: it came back, was complained of, or was refused twice. */
  MailUndelivered: 'Count',
  OldestUnsentMailAge: 'Seconds',
  CaseErased: 'Count',
  ErasureFailed: 'Count',
  /** By how much the erasing of some case is late; 0 when none is. Measured once a day. */
  ErasureDelay: 'Seconds',
} as const;
export type MetricName = keyof typeof metrics;
