import { mailTagsAmong } from '#shared/contracts/message-tags.ts';
import type { Moment } from './course.ts';
import type { IsOfThem } from './them.ts';

interface Mail {
  at: number;
  to: string;
  subject: string;
  text: string;
  tags: Readonly<Record<string, string>>;
}

/** Everything that was posted in a history. */
export interface Post {
  mails: readonly Mail[];
  /** The events that a letter tells, by its id. A notice about the directory or an exclusion is no such letter. */
  letters: ReadonlyMap<string, readonly string[]>;
  /** Tags of mails that came back. */
  cameBack: ReadonlySet<string>;
}

/** What a mail tells: a word of it, such as a case number; and the events that say so, where it has some. */
export interface Subject {
  words: readonly string[];
  events?: readonly string[];
}

/** Whether a mail about something reached one of these people between two instants, in ms since 1970. */
export type WasTold = (people: readonly string[], of: Subject, from: number, until: number) => boolean;

/** A mail reached somebody when it went to the address that nobody of the insiders gave them, and did not come back. */
export function telling({ mails, letters, cameBack }: Post, moments: readonly Moment[], isOne: IsOfThem): WasTold {
  const addresses = honestAddresses(moments, isOne);
  const addressOf = (id: string, at: number): string | undefined =>
    addresses.get(id)?.findLast((one) => one.from <= at)?.mail;
  return (people, { words, events = [] }, from, until) =>
    mails.some((mail) => {
      if (mail.at < from || mail.at > until) return false;
      if (!people.some((id) => addressOf(id, mail.at) === mail.to)) return false;
      const tags = tagsOf(mail);
      if (tags.some((tag) => cameBack.has(tag))) return false;
      const told = tags.flatMap((tag) => letters.get(tag) ?? []);
      // A letter about several cases is on a phone one line without numbers.
      if (told.length > 0) return events.some((event) => told.includes(event));
      const said = `${mail.subject}\n${mail.text}\n`;
      return words.some((word) => said.includes(word));
    });
}

/** Each person's addresses over time, without those that insiders wrote. */
function honestAddresses(
  moments: readonly Moment[],
  isOne: IsOfThem,
): ReadonlyMap<string, readonly { from: number; mail: string }[]> {
  const addresses = new Map<string, { from: number; mail: string }[]>();
  for (const { at, before, after, done } of moments) {
    for (const { id, mail } of after.values()) {
      if (before.get(id)?.mail === mail) continue;
      if (done.some(({ about, by }) => about === id && isOne(by, at))) continue;
      addresses.set(id, [...(addresses.get(id) ?? []), { from: before.size === 0 ? 0 : at, mail }]);
    }
  }
  return addresses;
}

const tagsOf = ({ tags }: Mail): string[] =>
  mailTagsAmong(Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])));
