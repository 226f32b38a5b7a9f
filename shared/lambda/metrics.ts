/** Every measurement Besa makes of itself, with its unit. Alarms name them from this list. */
export const metrics = {
  ReportAccepted: 'Count',
  RequestFailed: 'Count',
  EventIgnored: 'Count',
  EventFailed: 'Count',
  EventUnreadable: 'Count',
  EventNotSent: 'Count',
  EventResent: 'Count',
  /** An event that was sent again for the third time, and every time after. */
  EventStuck: 'Count',
  /** Age of the oldest event that some consumer has not done; 0 when there is none. */
  OldestUndoneEventAge: 'Seconds',
  /** The heartbeat: a sweep ran to its end. Missing for two minutes means nobody watches. */
  SweeperSwept: 'Count',
  EscalationSwept: 'Count',
  TimerRaised: 'Count',
  RaiseFailed: 'Count',
  /** Minutes by which the latest raised timer was late. */
  RaiseDelay: 'Seconds',
  NobodyToTell: 'Count',
  /** A rung of the ladder had nobody to tell, or nobody not yet told. */
  RungSkipped: 'Count',
  MailSent: 'Count',
  MailFailed: 'Count',
  MailRefused: 'Count',
  OldestUnsentMailAge: 'Seconds',
} as const;
export type MetricName = keyof typeof metrics;
