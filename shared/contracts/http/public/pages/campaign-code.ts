/** A code from a poster or a lesson. */
export const campaignForm = /^[A-Za-z0-9-]{2,32}$/;

/**
 * The code of a poster, where a text is one. It came with an address and not from whoever writes. Nobody could mend a wrong
 * one, so it is left out and never in the way of a report.
 */
export function campaignIn(text: string | undefined): string | undefined {
  return text !== undefined && campaignForm.test(text) ? text : undefined;
}
