/** The heads of a column in words, and of the column with its codes. */
export function withCode(head: string, code: string): [string, string] {
  return [head, `${head} (${code})`];
}
