/** The ETag of anything that has a revision, such as a case. */
export function etagOf({ revision }: { revision: number }): string {
  return `"${revision}"`;
}

/** The tags of an `If-Match` header (RFC 9110, 13.1.1); undefined when there is none. Weak tags never match. */
export function ifMatchOf(headers: Readonly<Record<string, string>>): string[] | undefined {
  const value = headers['if-match'];
  return value === undefined || value.trim() === '' ? undefined : value.split(',').map((tag) => tag.trim());
}
