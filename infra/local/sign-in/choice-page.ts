import { escaped } from '../pages/local-html.ts';

export interface Chooser {
  user: string;
  name: string;
  role?: string;
}

/** The page on which one chooses who signs in, in place of a password. */
export function choicePage(query: URLSearchParams, people: readonly Chooser[]): string {
  const links = people
    .filter(({ role }) => role !== undefined)
    .map(({ user, name, role }) => {
      const chosen = new URLSearchParams(query);
      chosen.set('login_hint', user);
      return `<li><a href="/oauth2/authorize?${escaped(chosen.toString())}">${escaped(name)}</a> (${escaped(role ?? '')})</li>`;
    });
  const style = 'body{font:18px/1.6 system-ui;max-width:30rem;margin:2rem auto;padding:0 1rem}';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in</title><style>${style}</style><h1>Sign in as</h1><ul>${links.join('')}</ul></html>`;
}
