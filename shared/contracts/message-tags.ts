/**
 * The tags of mails, as a letter carries them. The mail service takes fifty message tags of 256 letters, digits, `-`
 * and `_`. It gives them back with what it says about the letter. A letter of more than 270 mails is traced to the
 * first 270.
 */
const name = 'mail';
const tagsInOne = 6;
const messageTagsAtMost = 45;
const between = '_';

export function messageTags(tags: readonly string[]): { Name: string; Value: string }[] {
  const groups = Array.from({ length: Math.ceil(tags.length / tagsInOne) }, (_, index) =>
    tags.slice(index * tagsInOne, (index + 1) * tagsInOne),
  );
  return groups.slice(0, messageTagsAtMost).map((group, index) => ({
    Name: index === 0 ? name : `${name}-${index}`,
    Value: group.join(between),
  }));
}

/** Finds the tags of mails among the message tags of a letter, which are by name, each with its values. */
export function mailTagsAmong(messageTagsByName: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(messageTagsByName)
    .filter(([key]) => key === name || key.startsWith(`${name}-`))
    .flatMap(([, values]) => values)
    .flatMap((value) => value.split(between));
}
