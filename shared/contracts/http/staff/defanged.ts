/**
 * An address as text of which no program makes a link: `hxxps://…`. Without that scheme at its start, the dots change:
 * `www[.]example[.]org`.
 */
export function defanged(address: string): string {
  const harmless = address.replaceAll(/\bhttp(s?)(?=:)/gi, 'hxxp$1');
  return /^hxxps?:\S*$/i.test(harmless) ? harmless : harmless.replaceAll('.', '[.]');
}
