import type { BesaUnderTest } from '#test/support/running-besa.ts';
import { until } from '#test/support/until.ts';

/** The address in the newest mail to somebody that has these words in it. Waits for the mail. */
export async function linkInMail(besa: BesaUnderTest, person: string, words: string): Promise<string> {
  const mails = await until(
    () => besa.inbox(),
    (inbox) => inbox.some(({ to, text }) => to.startsWith(person) && text.includes(words)),
  );
  const mail = mails.findLast(({ to, text }) => to.startsWith(person) && text.includes(words));
  return /https?:\/\/\S+\/staff\/(?:cases|letters)\/[\w-]+/u.exec(mail?.text ?? '')?.[0] ?? '';
}
