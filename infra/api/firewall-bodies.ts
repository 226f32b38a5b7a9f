import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { problemAnswer, problemInAllLanguages } from '#shared/contracts/http/problem-answer.ts';
import { noStore, securityHeaders } from '#shared/contracts/http/security-headers.ts';
import { inLanguage } from '#shared/contracts/http/wording.ts';
import { country } from '#shared/country/current.ts';
import { fill } from '#shared/domain/text.ts';
import type { ProblemCode } from '#shared/domain/problems.ts';
import { turnedAwayHeaders, turnedAwayPage } from '#shared/pages/turned-away.ts';

const wordings = { ...country, problemTexts: await country.loadProblemTexts() };
const pages = await country.loadPages();
const office = await pages.loadOffice();
const phone = country.centre.institutionsPhone.value;

/** Why the firewall turns somebody away. */
export interface Refusal {
  code: ProblemCode;
  status: number;
  retryAfterSeconds?: number;
}

/** A refusal for programs, and as a page for browsers. Both are in all the pack's languages. */
export function bodiesOf({ code, status }: Refusal): Record<'json' | 'page', CfnWebACL.CustomResponseBodyProperty> {
  const page = country.languages.map((language) => ({
    ...problemAnswer(wordings, language, { code, status }),
    language,
    institutions: fill(inLanguage(office.turnedAway, language, country.defaultLanguage), { phone }),
    errorWord: inLanguage(pages.texts.frame.errorWord.child, language, country.defaultLanguage),
  }));
  return {
    json: {
      contentType: 'APPLICATION_JSON',
      content: JSON.stringify(problemInAllLanguages(wordings, { code, status }, 'anybody')),
    },
    page: { contentType: 'TEXT_HTML', content: turnedAwayPage(page) },
  };
}

/** Headers of a refusal: those of every answer, and for a page what it may do. */
export function headersOf({ retryAfterSeconds }: Refusal, isPage: boolean): CfnWebACL.CustomHTTPHeaderProperty[] {
  const headers = {
    ...securityHeaders,
    ...(isPage ? turnedAwayHeaders : {}),
    'Cache-Control': noStore,
    ...(retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }),
  };
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
