import type { ReportAddresses } from '../../../domain/report/report-parts.ts';
import { placeWords } from '../../../domain/report/report.ts';
import type { Account, Contact, Report } from '../../../domain/report/report.ts';
import { Problem } from '../http.ts';
import { fieldProblems } from '../fields.ts';
import { normaliseBody } from '../normalise.ts';
import { reportSchema } from './report-schema.ts';
import type { ReportBody, ReportPack } from './report-schema.ts';

export interface ParsedReport {
  report: Report;
  /** RFC 6901 pointers to what was dropped because it did not fit. The answer tells them. */
  adjusted: string[];
}

/**
 * Makes the parser of `POST /v1/reports` for a country. The parser takes a strictly parsed body and the language of the
 * answer. The body's own `language` has already won there. It throws a `Problem` `invalid_fields` with the problem of
 * every field.
 */
export function reportParser(pack: ReportPack): (body: unknown, language: string) => ParsedReport {
  const schema = reportSchema(pack);
  return (body, language) => {
    const parsed = schema.safeParse(normaliseBody(body === undefined ? {} : body), { reportInput: true });
    if (!parsed.success) throw new Problem('invalid_fields', 422, { errors: fieldProblems(parsed.error), language });
    const result = reportOf(parsed.data, pack, language);
    if (!saysSomething(result.report)) {
      throw new Problem('invalid_fields', 422, {
        errors: [{ pointer: firstEmpty(parsed.data), code: 'empty_report' }],
        language,
      });
    }
    return result;
  };
}

/** A report needs at least one of these: without any, nobody could act on it. */
function saysSomething({ narrative, urls, accounts, reporter }: Report): boolean {
  const { email, phone } = reporter.contact ?? {};
  return [narrative, email, phone].some((said) => said !== undefined) || urls.length > 0 || accounts.length > 0;
}

/** Where somebody wrote something that nobody can see. The whole report, when nothing was written at all. */
function firstEmpty({ narrative, urls, accounts, reporter }: ReportBody): string {
  const { email, phone } = reporter?.contact ?? {};
  const written = {
    '/narrative': narrative,
    '/urls/0': urls?.[0],
    '/accounts/0/handle': accounts?.[0]?.handle,
    '/reporter/contact/email': email,
    '/reporter/contact/phone': phone,
  };
  return Object.entries(written).find(([, text]) => text !== undefined)?.[0] ?? '';
}

function reportOf(body: ReportBody, pack: ReportPack, language: string): ParsedReport {
  const { place, adjusted } = fitPlace(body.place ?? {}, pack);
  const { category, narrative, platform, about, moreVictims, suspect, when, reporter, campaign } = body;
  const report: Report = {
    category,
    alsoCategories: once(body.alsoCategories).filter((also) => also !== category),
    ...said({ narrative, platform, about, moreVictims, suspect: suspect && said(suspect), when }),
    ...addressesOf(body),
    victims: (body.victims ?? []).map((victim) => said(victim)),
    alreadyTold: once(body.alreadyTold),
    flags: said(body.flags ?? {}),
    reporter: said({ ...reporter, contact: contactOf(reporter?.contact) }),
    place,
    wishes: said(body.wishes ?? {}),
    needs: once(body.needs),
    ...said({ campaign: campaign?.toUpperCase() }),
    language,
  };
  return { report, adjusted };
}

/** Addresses and accounts as they count: each address once, and none that was left empty. */
export function addressesOf({ urls, accounts }: Pick<ReportBody, 'urls' | 'accounts'>): ReportAddresses {
  return {
    urls: once(urls).filter((url) => url !== ''),
    accounts: (accounts ?? []).filter(({ handle }) => handle !== '').map((account): Account => said(account)),
  };
}

function contactOf(contact: NonNullable<ReportBody['reporter']>['contact']): Contact | undefined {
  const said_ = said(contact ?? {});
  return Object.keys(said_).length === 0 ? undefined : said_;
}

/**
 * A municipality outside the given region is dropped and noted. When no region is given, the municipality's own is
 * used.
 */
function fitPlace(
  place: NonNullable<ReportBody['place']>,
  pack: ReportPack,
): { place: Report['place']; adjusted: string[] } {
  const home = pack.regions.find(({ municipalities }) =>
    municipalities.some(({ code }) => code === place.municipality),
  );
  const isWord = placeWords.some((word) => word === place.municipality);
  const fits = home === undefined ? isWord : place.region === undefined || place.region === home.code;
  const municipality = fits ? place.municipality : undefined;
  return {
    place: {
      country: (place.country ?? pack.country).toUpperCase(),
      ...said({ region: place.region ?? (fits ? home?.code : undefined), municipality, school: place.school }),
    },
    adjusted: place.municipality === undefined || fits ? [] : ['/place/municipality'],
  };
}

type Said<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Removes what was left out or left empty: forms send empty text for a field that nobody filled in. */
export function said<T extends object>(values: T): Said<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as Said<T>;
}

function once<T>(values: readonly T[] | undefined): T[] {
  return [...new Set(values)];
}
