/**
 * One window of one browser, as somebody uses it: presses, keys, Back and Forward. When the browser asks whether to send a
 * form again, they say yes. Written anew for each way of driving a browser, so that one walk is tried in all of them.
 */
export interface Screen {
  goTo(url: string): Promise<void>;
  /** Presses what is found first. */
  press(selector: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  key(name: 'Escape'): Promise<void>;
  /** Waits until something is on the page. */
  until(selector: string): Promise<void>;
  /** Waits until the window is at an address. */
  untilAt(url: string): Promise<void>;
  url(): string;
  /** What an expression is on the page. */
  see<T>(expression: string): Promise<T>;
  reload(): Promise<void>;
  /** False where there is nothing to go to. */
  back(): Promise<boolean>;
  forward(): Promise<boolean>;
  /** The names of all cookies. */
  cookies(): Promise<string[]>;
  /** What was asked of us, in order: `GET /sq`. */
  asked: string[];
  /** What was asked of anybody else. */
  elsewhere: string[];
  /** The addresses of the window's history up to here; undefined where the browser does not tell. */
  history(): Promise<string[] | undefined>;
  close(): Promise<void>;
}

/** A browser that opens windows which reach us alone. Whatever else is asked for is answered by an empty page. */
export interface ScreenBrowser {
  open(options: { url: string; withScripts: boolean }): Promise<Screen>;
  close(): Promise<void>;
}

/** The page of anybody else. */
export const strangersPage = '<!doctype html><title>Neutral</title><h1>A neutral page</h1>';

/** All that a window shows: its address, its text and what its fields hold. */
export async function shownOn(screen: Screen): Promise<string> {
  const fields = `[...document.querySelectorAll('textarea, input:not([type=hidden])')].map(({ value }) => value)`;
  return `${screen.url()}\n${await screen.see<string>(`[document.documentElement.outerHTML, ...${fields}].join('\\n')`)}`;
}

/** What a page keeps in the browser, besides cookies. */
export function storedOn(screen: Screen): Promise<string[]> {
  return screen.see(`[...Object.keys(localStorage), ...Object.keys(sessionStorage)]`);
}
