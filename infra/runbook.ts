/** Headings of docs/runbook.md: an alarm names the one that says what to do (a test compares them). */
export const runbookHeadings = [
  'A function fails',
  'A function is throttled',
  'Work waits in a queue',
  'A dead-letter queue holds a message',
  'The relay is behind or gave up on a batch',
  'A sweep has stopped',
  'A missed deadline reaches nobody',
  'An API answers with errors of ours',
  'Mail is refused or bounces',
] as const;
export type RunbookHeading = (typeof runbookHeadings)[number];

/** The heading's anchor in the rendered page. */
export function runbookLink(heading: RunbookHeading): string {
  return `docs/runbook.md#${heading.toLowerCase().replaceAll(' ', '-')}`;
}
