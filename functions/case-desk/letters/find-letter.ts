import type { HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { Letter, Letters } from '#shared/ports/mailbox.ts';
import type { Admitted } from '#shared/use-cases/admit-staff.ts';

/** The letter that a request names. Nobody but its reader learns that it exists. Throws a `Problem` `not_found`. */
export async function findLetter(letters: Pick<Letters, 'find'>, { path }: HttpRequest, by: Admitted): Promise<Letter> {
  const id = path['letter'] ?? '';
  const letter = /^[\w-]{1,64}$/.test(id) ? await letters.find(id) : undefined;
  if (letter === undefined || letter.to !== by.id) throw new Problem('not_found', 404);
  return letter;
}
