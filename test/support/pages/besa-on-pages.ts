import { codesOn, receiptOn, threadOn, type ReceiptOnPage, type ThreadOnPage } from './on-the-page.ts';
import { entryOf, filled, formWith, sent, type PageForm, type Typed } from './page-forms.ts';

/** A page that somebody has before them. */
export interface PageNow {
  address: string;
  status: number;
  html: string;
}

/** A form that somebody has filled in. */
export interface FilledForm {
  page: PageNow;
  form: PageForm;
  /** Its Idempotency-Key. */
  key: string;
}

const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

/** Besa as somebody with a browser and no script meets it: pages are opened, filled in and sent. */
export function besaOnPages(url: string, language = 'sq') {
  const comes = async (address: string, form?: { contentType: string; body: Buffer }): Promise<PageNow> => {
    const posted =
      form === undefined
        ? { headers: asBrowser }
        : {
            method: 'POST',
            headers: { ...asBrowser, 'content-type': form.contentType },
            body: new Uint8Array(form.body),
          };
    const response = await fetch(`${url}${address}`, posted);
    return { address, status: response.status, html: await response.text() };
  };
  const opens = (address: string): Promise<PageNow> => comes(address);
  /** Presses a button of the page. Who presses it again in the same page reloads, or went back to it. */
  const presses = (page: PageNow, button: string, typed: Typed = {}): Promise<PageNow> =>
    sends(page, filled(formWith(page.html, button), typed), button);
  const sends = (page: PageNow, form: PageForm, button: string): Promise<PageNow> => {
    const { pathname } = new URL(form.action, `${url}${page.address}`);
    return comes(pathname, sent(form, button));
  };
  const thread = (page: PageNow): ThreadOnPage => {
    const found = page.status === 200 ? threadOn(page.html) : undefined;
    if (found === undefined) throw new Error(`A thread was answered ${page.status}.`);
    return found;
  };
  return {
    opens,
    presses,
    thread,
    /** Opens the form behind a door and fills it in. */
    fills: async (door: string, typed: Typed): Promise<FilledForm> => {
      const page = await opens(`/${language}/tell/${door}`);
      const form = filled(formWith(page.html, 'send'), typed);
      return { page, form, key: entryOf(form, 'key') };
    },
    /** Sends a form; the receipt where it was taken. */
    sendsForm: async ({ page, form }: FilledForm): Promise<PageNow & { receipt?: ReceiptOnPage }> => {
      const shown = await sends(page, form, 'send');
      const receipt = shown.status === 201 ? receiptOn(shown.html) : undefined;
      if (receipt !== undefined && codesOn(shown.html).size !== 1) throw new Error('A receipt shows another code.');
      return { ...shown, ...(receipt === undefined ? {} : { receipt }) };
    },
    /** Types a code into the page for it. */
    withCode: async (receipt: string): Promise<PageNow> =>
      presses(await opens(`/${language}/code`), 'open', { receipt }),
  };
}
