import { randomUUID } from 'node:crypto';
import type { Answer, BesaOverHttp, InboxMail } from './besa-over-http.ts';

/** The directory as people change it: over HTTP, each at their own sign-in. `by` is a directory id. */
export function directoryOverHttp(besa: BesaOverHttp) {
  const tokens = new Map<string, string>();
  async function signIn(by: string): Promise<string> {
    const { status, body } = (await besa.post('/local/sign-in', { user: by })) as Answer;
    if (status !== 200) throw new Error(`Signing in as ${by} answered ${status}.`);
    tokens.set(by, String(body['token']));
    return String(body['token']);
  }
  /** A token is good for an hour. Who has none, or an old one, signs in. */
  async function signedIn(by: string, call: (authorization: string) => Promise<Answer<unknown>>): Promise<Answer> {
    const answer = await call(`Bearer ${tokens.get(by) ?? (await signIn(by))}`);
    return (answer.status === 401 ? await call(`Bearer ${await signIn(by)}`) : answer) as Answer;
  }
  const get = (by: string, path: string): Promise<Answer> =>
    signedIn(by, (authorization) => besa.get(`/staff/v1/${path}`, { authorization }));
  const send = (by: string, path: string, body: unknown, ifMatch?: string): Promise<Answer> => {
    const key = { 'idempotency-key': randomUUID(), ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) };
    return signedIn(by, (authorization) => besa.post(`/staff/v1/${path}`, body, { ...key, authorization }));
  };
  const post = (by: string, path: string, body: unknown, ifMatch?: string): Promise<Answer> =>
    send(by, `directory/${path}`, body, ifMatch);
  /** Decided on the record as it is now. `seenBy` looks at it, where who decides may not. */
  const decide = async (by: string, person: string, step: string, body: unknown = {}, seenBy = by): Promise<Answer> => {
    const shown = await get(seenBy, `directory/people/${person}`);
    return post(by, `people/${person}/${step}`, body, shown.headers.get('etag') ?? '');
  };
  return {
    get,
    send,
    post,
    decide,
    add: (by: string, person: object) => post(by, 'people', person),
    takeOver: (by: string, from?: string) => send(by, 'duty/take-over', from === undefined ? {} : { from }),
    /** Whether this person gets through to anything. */
    isLetIn: async (id: string): Promise<boolean> => (await get(id, 'cases')).status === 200,
  };
}
export type DirectoryOverHttp = ReturnType<typeof directoryOverHttp>;

/** The code in the newest mail to somebody in which `text` stands. It is eight characters of the alphabet of receipts. */
export function codeIn(inbox: readonly InboxMail[], to: string, text = ''): string {
  const found = inbox.findLast((mail) => mail.to === to && codeOf(mail) !== undefined && mail.text.includes(text));
  if (found === undefined) throw new Error(`No mail to ${to} has a code.`);
  return codeOf(found) ?? '';
}

function codeOf({ text }: InboxMail): string | undefined {
  return /(?<![\w-])[0-9A-HJKMNP-TV-Z]{8}(?![\w-])/u.exec(text)?.[0];
}
