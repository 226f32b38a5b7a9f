/*
 * The one place of the console where HTML becomes elements. The policy of the document names it: `letter`. What it makes
 * is shown in a frame that runs no script, opens nothing and asks for nothing.
 */

/** What the browser lets into a frame. Browsers without Trusted Types take the text itself. */
interface TrustingWindow {
  trustedTypes?: {
    createPolicy: (
      name: string,
      rules: { createHTML: (html: string) => string },
    ) => {
      createHTML: (html: string) => unknown;
    };
  };
}

const policy = (globalThis as TrustingWindow).trustedTypes?.createPolicy('letter', { createHTML: (html) => html });

/** Shows a letter in a frame. `html`: what our own API answered for a letter, and nothing else. */
export function fillFrame(frame: HTMLIFrameElement, html: string): void {
  frame.srcdoc = (policy?.createHTML(html) ?? html) as string;
}
