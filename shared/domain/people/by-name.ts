/**
 * Puts people into the order in which the readers of a language look for a name. In Albanian `Dh` comes after all of `D`,
 * and `Ç` after all of `C`. Source: https://cldr.unicode.org/, collation of sq.
 */
export function byName(language: string): (one: { name: string }, other: { name: string }) => number {
  const { compare } = new Intl.Collator(language);
  return (one, other) => compare(one.name, other.name);
}
