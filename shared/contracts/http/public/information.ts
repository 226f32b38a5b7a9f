import * as z from 'zod/mini';
import type { Instant } from '../../../domain/time/instant.ts';
import type { CountryPack } from '../../../domain/country-pack.ts';
import { sayMoment } from '../../../domain/time/say-moment.ts';
import { meanwhileOf } from '../../../domain/help/meanwhile.ts';
import type { HelpFacts } from '../../../domain/help/situations.ts';
import type { Report } from '../../../domain/report/report.ts';
import { helpedAnswers } from '../../../domain/case/case.ts';
import type { Severity } from '../../../domain/report/severity.ts';
import { Problem } from '../http.ts';
import { manyLines } from '../fields.ts';
import { helpInOrder } from './help.ts';
import type { HelpAnswer } from './help.ts';
import { addressesOf, said } from './parse-report.ts';
import { parseWithReceipt, receiptField } from './receipt.ts';
import { reportSchema } from './report-schema.ts';
import type { ReportPack } from './report-schema.ts';
import { fill } from '../../../domain/text.ts';
import type { AddressedText } from '../../../domain/text.ts';
import { readerOf, toReader } from '../wording.ts';

/** Messages of the centre have the same limit. */
const longestMessage = 4000;

/** The body of `POST /v1/follow-up/messages`. Flags, addresses and accounts are those of a report. */
export function informationSchema(pack: ReportPack) {
  const { flags, urls, accounts } = reportSchema(pack).shape;
  return z.strictObject({
    receipt: receiptField,
    text: manyLines(longestMessage),
    flags,
    urls,
    accounts,
    stillHappening: z.optional(z.boolean()),
  });
}
export type InformationBody = z.infer<ReturnType<typeof informationSchema>>;

/** The body of `POST /v1/follow-up/helped`. */
export const helpedSchema = z.strictObject({ receipt: receiptField, helped: z.enum(helpedAnswers) });

/** What a reporter adds: their own words, and what they chose beside them. */
export interface ParsedInformation extends Pick<Report, 'flags' | 'urls' | 'accounts'> {
  text: string;
  stillHappening: boolean;
}

/**
 * Makes the parser of `POST /v1/follow-up/messages` for a country. It throws a `Problem` with the problem of every
 * field. A message without words is `empty_text`.
 */
export function informationParser(
  pack: ReportPack,
): (body: unknown, language: string) => { receipt: string; said: ParsedInformation } {
  const schema = informationSchema(pack);
  return (body, language) => {
    const { receipt, text: words, flags, stillHappening, ...addresses } = parseWithReceipt(schema, body, language);
    if (words === '') {
      throw new Problem('invalid_fields', 422, { errors: [{ pointer: '/text', code: 'empty_text' }], language });
    }
    const information = { text: words, flags: said(flags ?? {}), stillHappening: stillHappening === true };
    return { receipt, said: { ...information, ...addressesOf(addresses) } };
  };
}

/** What the answer to a message is made from, also when it is sent again. */
export interface StoredInformation {
  at: Instant;
  readBy: Instant;
  /** Chooses the words. It is never told. */
  severity: Severity;
}

/** The body of a 201. The same message has the same times whenever it is sent again. */
export interface InformationAnswer {
  at: Instant;
  readBy: Instant;
  nextStep: string;
  help: HelpAnswer[];
}

/**
 * Answers a message as a report is answered: by when a person reads it, and whom to call until then. `facts` are those
 * of the case with what the message said. A message that is sent again after that time is only told that it is here.
 */
export function informationAnswer(
  country: Pick<CountryPack, 'helpLines' | 'helpOrders' | 'defaultLanguage' | 'timeZone' | 'reporterTexts'>,
  { at, readBy, severity }: StoredInformation,
  facts: HelpFacts,
  language: string,
  now: Instant,
): InformationAnswer {
  const { nextStep, meanwhile, moments } = country.reporterTexts;
  const { address } = readerOf(facts.reported, language);
  const say = (text: AddressedText): string => toReader(text, address, language, country.defaultLanguage);
  const told = now < readBy ? nextStep.willBeRead : nextStep.messageAgain;
  const moment = sayMoment({ use: 'by', at: readBy, now }, language, country.timeZone, moments);
  return {
    at,
    readBy,
    nextStep: `${fill(say(told), { readBy: moment })} ${say(meanwhile[meanwhileOf(country, facts, severity)])}`,
    help: helpInOrder(country, facts, language),
  };
}
