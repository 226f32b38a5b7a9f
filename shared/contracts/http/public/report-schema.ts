import * as z from 'zod/mini';
import type { CountryPack } from '../../../domain/country-pack.ts';
import {
  abouts,
  contactOwners,
  contactWays,
  flags,
  genders,
  needs,
  placeWords,
  reporterRoles,
  suspectRelations,
  toldTo,
  whens,
  wishAnswers,
  wishSubjects,
} from '../../../domain/report/report.ts';
import { campaignForm } from './pages/campaign-code.ts';
import { codes, manyLines, optionalEach, text, textOfBytes, triState, written, years } from '../fields.ts';

export type ReportPack = Pick<
  CountryPack,
  'country' | 'categories' | 'platforms' | 'regions' | 'languages' | 'defaultLanguage'
>;

/**
 * The body of `POST /v1/reports`, for texts that are normalised already. The codes are those of the country pack.
 * Unknown fields are refused. The API document states the limits.
 */
export function reportSchema(pack: ReportPack) {
  const category = z.enum(pack.categories.filter((one) => one.public).map(({ code }) => code));
  const platform = z.enum(pack.platforms);
  const region = z.enum([...pack.regions.map(({ code }) => code), ...placeWords]);
  const municipality = z.enum([
    ...pack.regions.flatMap(({ municipalities }) => municipalities.map(({ code }) => code)),
    ...placeWords,
  ]);
  return z.strictObject({
    category,
    alsoCategories: z.optional(z.array(category).check(z.maxLength(3))),
    narrative: z.optional(manyLines(10_000)),
    urls: z.optional(z.array(textOfBytes(2048)).check(z.maxLength(20))),
    accounts: z.optional(
      z.array(z.strictObject({ platform: z.optional(platform), handle: text(500) })).check(z.maxLength(20)),
    ),
    platform: z.optional(platform),
    about: z.optional(z.enum(abouts)),
    victims: z.optional(
      z
        .array(z.strictObject({ ageYears: z.optional(years), gender: z.optional(z.enum(genders)) }))
        .check(z.maxLength(10)),
    ),
    moreVictims: z.optional(z.boolean()),
    suspect: z.optional(
      z.strictObject({
        relation: z.optional(z.enum(suspectRelations)),
        adult: z.optional(triState),
        livesWithChild: z.optional(triState),
      }),
    ),
    when: z.optional(z.enum(whens)),
    alreadyTold: z.optional(codes(toldTo, toldTo.length)),
    flags: z.optional(optionalEach(flags, triState)),
    reporter: z.optional(
      z.strictObject({
        role: z.optional(z.enum(reporterRoles)),
        ageYears: z.optional(years),
        name: z.optional(text(200)),
        organisation: z.optional(text(200)),
        contact: z.optional(
          z.strictObject({
            email: z.optional(text(254)),
            phone: z.optional(text(40)),
            whose: z.optional(z.enum(contactOwners)),
            how: z.optional(z.enum(contactWays)),
            safe: z.optional(triState),
            whenSafe: z.optional(text(200)),
          }),
        ),
      }),
    ),
    place: z.optional(
      z.strictObject({
        country: z.optional(written('country_code', /^[A-Za-z]{2}$/)),
        region: z.optional(region),
        municipality: z.optional(municipality),
        school: z.optional(text(200)),
      }),
    ),
    wishes: z.optional(optionalEach(wishSubjects, z.enum(wishAnswers))),
    needs: z.optional(codes(needs, needs.length)),
    campaign: z.optional(written('campaign_code', campaignForm)),
    language: z.optional(text(35)),
  });
}

/** What the schema accepts. */
export type ReportBody = z.infer<ReturnType<typeof reportSchema>>;
