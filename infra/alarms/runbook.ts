/** Headings of docs/runbook.md. An alarm names the one that says what to do; a test compares them. */
export const runbookHeadings = [
  'A function fails',
  'A function is throttled',
  'Taking a report is slow',
  'The keys do not answer',
  'Very many texts are opened',
  'The database turns calls away',
  'Work waits in a queue',
  'A dead-letter queue holds a message',
  'An event is not done',
  'Events of a newer release wait',
  'The relay is behind or gave up on a batch',
  'A sweep has stopped',
  'A sweep leaves work undone',
  'Deadlines are raised late',
  'A missed deadline reaches nobody',
  'A case cannot be shown',
  'Nobody is left to decide',
  'A change is too large to be written',
  'The roster has gaps',
  'Cases are not erased in time',
  'Very many cases are erased',
  'An API answers with errors of ours',
  'Mail is refused or bounces',
  'A mail provider refuses our mails',
  'The mails of a day run out',
] as const;
export type RunbookHeading = (typeof runbookHeadings)[number];

/** The heading's anchor in the rendered page. */
export function runbookLink(heading: RunbookHeading): string {
  return `docs/runbook.md#${heading.toLowerCase().replaceAll(' ', '-')}`;
}
