/** An address as text that nothing makes a link of: `hxxps://…`, and without that scheme first `www[.]example[.]org`. */
export function defanged(address: string): string {
  const harmless = address.replaceAll(/\bhttp(s?)(?=:)/gi, 'hxxp$1');
  return /^hxxps?:\S*$/i.test(harmless) ? harmless : harmless.replaceAll('.', '[.]');
}
