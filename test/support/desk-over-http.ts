import { randomUUID } from 'node:crypto';
import type { BesaOverHttp, InboxMail } from './besa-over-http.ts';

/** Form of an access code in a mail. */
const accessForm = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b/gu;
/** The helpline's number looks like a one-time code. */
const helpline = '116111';

/** Access codes in a mail. */
export const accessIn = (text: string): string[] => text.match(accessForm) ?? [];
/** One-time codes in a mail, without the blank. */
export const digitsIn = (text: string): string[] =>
  (text.match(/\b\d{3} \d{3}\b/gu) ?? []).map((one) => one.replace(' ', '')).filter((one) => one !== helpline);

export interface DeskAnswer {
  status: number;
  text: string;
  body: Readonly<Record<string, unknown>>;
}

/** The desk for institutions, as somebody uses it who reads a mailbox. */
export function deskOverHttp({ url, inbox }: Pick<BesaOverHttp, 'url' | 'inbox'>) {
  const mailsTo = async (to: string): Promise<InboxMail[]> => (await inbox()).filter((mail) => mail.to === to);
  return {
    ask: async (
      step: string,
      body: object,
      { method = 'POST', key = randomUUID() }: { method?: string; key?: string } = {},
    ): Promise<DeskAnswer> => {
      const answer = await fetch(`${url}/v1/desk/${step}`, {
        method,
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
      });
      const text = await answer.text();
      return {
        status: answer.status,
        text,
        body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
      };
    },
    /** The newest access code that came to an address about a case. */
    accessOf: async (caseNumber: string, to: string): Promise<string | undefined> =>
      (await mailsTo(to))
        .filter(({ subject, text }) => `${subject} ${text}`.includes(caseNumber))
        .flatMap(({ text }) => accessIn(text))
        .at(-1),
    /** The newest one-time code that came to an address. */
    digitsTo: async (to: string): Promise<string | undefined> =>
      (await mailsTo(to)).flatMap(({ text }) => digitsIn(text)).at(-1),
  };
}
export type DeskOverHttp = ReturnType<typeof deskOverHttp>;
