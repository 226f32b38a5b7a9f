/** A code as it is read out: sign by sign, with a pause after each group. `7K3M-9Q` is `7 K 3 M, 9 Q`. */
export function signBySign(code: string): string {
  return code
    .split('-')
    .map((group) => group.split('').join(' '))
    .join(', ');
}
