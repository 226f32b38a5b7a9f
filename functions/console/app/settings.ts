/** What the document tells the script (functions/console/document.ts). */
export interface Settings {
  signIn: { address: string; clientId: string };
  /** The file of texts by language. */
  texts: Readonly<Record<string, string>>;
  centreTexts: Readonly<Record<string, string>>;
  /** The scripts of the pages that come next. */
  next: readonly string[];
}

const told = document.querySelector<HTMLMetaElement>('meta[name=besa]')?.content ?? '{}';

export const settings = JSON.parse(told) as Settings;

/** The root of the console, with a slash at its end. The script is one folder below it, wherever that is. */
export const root = new URL('../', import.meta.url);

/** The address of a path of the console or of the API, such as `/v1/me`. */
export function addressOf(path: string): string {
  return new URL(path.slice(1), root).href;
}
