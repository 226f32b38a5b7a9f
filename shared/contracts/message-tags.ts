/**
 * The tag of a letter: its id. The mail service takes message tags of letters, digits, `-` and `_`. It gives them back
 * with what it says about the letter.
 */
const name = 'mail';

export function messageTag(letter: string): { Name: string; Value: string } {
  return { Name: name, Value: letter };
}

/**
 * Finds the tags of letters among the message tags of a mail, which are by name, each with its values. Release 0.1.0 gave
 * a letter the tags of all its mails: six in one value, in further tags called `mail-1`, `mail-2` and so on.
 */
export function mailTagsAmong(messageTagsByName: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(messageTagsByName)
    .filter(([key]) => key === name || key.startsWith(`${name}-`))
    .flatMap(([, values]) => values)
    .flatMap((value) => value.split('_'));
}
