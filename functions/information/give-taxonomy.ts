import * as z from 'zod/mini';
import { fieldProblems } from '#shared/contracts/http/fields.ts';
import { taxonomyAnswer } from '#shared/contracts/http/public/taxonomy.ts';
import { packLanguage } from '#shared/contracts/http/wording.ts';
import { audiences } from '#shared/domain/help/audience.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';

/** Without an audience the words are those for a child. Plain words hurt nobody; the other words may hurt a child. */
const querySchema = z.object({ audience: z._default(z.enum(audiences), 'child'), lang: z.optional(z.string()) });

/**
 * `GET /v1/taxonomy?lang=sq&audience=child`. A language that the pack does not have is answered in the one that the
 * browser asks for. An unknown audience is refused.
 */
export function giveTaxonomy(country: CountryPack): (request: HttpRequest) => Promise<HttpAnswer> {
  return async ({ query, language: accepted }) => {
    const asked = querySchema.safeParse(query, { reportInput: true });
    if (!asked.success) throw new Problem('invalid_fields', 422, { errors: fieldProblems(asked.error) });
    const language = packLanguage(asked.data.lang ?? '', country) ?? accepted;
    const { audience } = asked.data;
    const body = taxonomyAnswer(country, await country.loadTaxonomyTexts(), { language, audience });
    return { status: 200, body: { ...body }, headers: { 'Content-Language': language } };
  };
}
