/** Every measurement that Besa makes of itself, with its unit. Alarms take their names from this list. */
export const metrics = {
  ReportAccepted: 'Count',
  RequestFailed: 'Count',
  /** A request failed because the key service refused, throttled or did not answer. */
  KeysUnavailable: 'Count',
  /** A key was asked for to open a sealed text, whether it opened or not. The access log says for which case. */
  KeyAskedFor: 'Count',
  /** A change did not fit into one transaction. Nothing of it was written. */
  TransactionTooLarge: 'Count',
  EventFailed: 'Count',
  EventUnreadable: 'Count',
  EventNotSent: 'Count',
  EventResent: 'Count',
  /** An event was sent again for the third time, or once more after that. */
  EventStuck: 'Count',
  /** Events that only a newer release knows how to do: they wait for it. It is 0 when there is none. */
  EventsOfNewerRelease: 'Count',
  /** Age of the oldest event that some consumer has not done. It is 0 when there is none. */
  OldestUndoneEventAge: 'Seconds',
  /** A case could not be shown in a list, and was left out of it. */
  CaseUnreadable: 'Count',
  TimerRaised: 'Count',
  RaiseFailed: 'Count',
  /**
   * The largest delay of an escalation in one sweep, after it was due. One that failed counts too. 0 when none was due.
   */
  RaiseDelay: 'Seconds',
  /** Something had to be told and there was nobody, or only people whose mails came back. Counted each minute. */
  NobodyToTell: 'Count',
  /** Something about a case was asked for, and nobody was left who could decide it. It was refused. */
  NobodyToAsk: 'Count',
  /** A rung of the ladder had nobody to tell, or only people who were told already. */
  RungSkipped: 'Count',
  CriticalRungSkipped: 'Count',
  /** Hours among the next 24 in which nobody on the first rung is on duty (first metric) or cleared (second). */
  HoursWithoutDuty: 'Count',
  HoursWithoutClearance: 'Count',
  /** An address hand-over: from the report to the decision to send it, and from then until the authority has it. */
  HandOverDecision: 'Seconds',
  HandOverAnswer: 'Seconds',
  MailSent: 'Count',
  MailFailed: 'Count',
  MailRefused: 'Count',
  /** A mail told nobody: it came back, was complained of, or was refused twice. */
  MailUndelivered: 'Count',
  /** A mail came back, and so did one to another address of the same domain minutes before: the provider refuses. */
  MailProviderRefuses: 'Count',
  OldestUnsentMailAge: 'Seconds',
  /** How much of the mails of a day was sent in the last 24 hours. */
  MailQuotaUsed: 'Percent',
  CaseErased: 'Count',
  ErasureFailed: 'Count',
  /** By how much the erasure of some case is late; 0 when none is. It is measured every hour. */
  ErasureDelay: 'Seconds',
  /** What was due when the time of a sweep was over, and nobody had looked at it. 0 when all was looked at. */
  TimersLeftUndone: 'Count',
  EventsLeftUndone: 'Count',
  NoticesLeftUndone: 'Count',
  KeepingLeftUndone: 'Count',
} as const;
export type MetricName = keyof typeof metrics;
