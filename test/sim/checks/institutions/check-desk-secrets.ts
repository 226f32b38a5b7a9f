import { accessIn, digitsIn } from '#test/support/desk-over-http.ts';
import type { Find } from '../finding.ts';
import type { DeskEvidence } from './desk-evidence.ts';

const spaced = (digits: string): string => `${digits.slice(0, 3)} ${digits.slice(3)}`;

/**
 * An access code stands in the mail to its contact, and nowhere else. So do the digits that are mailed; those that are read
 * out stand nowhere. A session stands with whoever began it.
 */
export function checkSecrets({ desk, mails, addresses, places, lines }: DeskEvidence, find: Find): void {
  const ofInstitutions = new Set(addresses.values());
  const toInstitutions = mails.filter(({ to }) => ofInstitutions.has(to));
  const codes = mails.flatMap(({ text }) => accessIn(text));
  const digits = toInstitutions.flatMap(({ text }) => digitsIn(text));
  const readersOf = (code: string): Set<string> =>
    new Set(mails.filter(({ text }) => text.includes(code)).map(({ to }) => to));
  for (const code of new Set([...codes, ...digits.map(spaced)])) {
    const readers = [...readersOf(code)];
    if (readers.length > 1 || !readers.every((one) => ofInstitutions.has(one)))
      find('P8', `one code was mailed to ${readers.join(' and ')}`);
  }
  for (const { digits: spoken, contact } of desk.spoken)
    if (readersOf(spaced(spoken)).size > 0) find('P8', `digits that were read out to ${contact} stand in a mail`);

  const tokens = new Set(desk.visits.flatMap(({ token }) => token ?? []));
  const secrets = [...new Set(codes)].flatMap((code) => [code, code.replaceAll('-', '')]);
  for (const [place, text] of places) {
    if (secrets.some((one) => text.includes(one))) find('P8', `an access code stands in ${place}`);
    if ([...tokens].some((one) => text.includes(one))) find('P8', `a session stands in ${place}`);
  }
  const logged = lines.join('\n');
  for (const one of [...digits, ...desk.spoken.map((spoken) => spoken.digits)])
    if (logged.includes(`"${one}"`)) find('P8', 'a one-time code stands in a log line');
}
