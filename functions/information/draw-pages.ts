import { campaignIn } from '#shared/contracts/http/public/pages/campaign-code.ts';
import { addressAskedFor } from '#shared/contracts/http/public/pages/privacy-place.ts';
import { audienceBehind } from '#shared/contracts/http/public/pages/page-paths.ts';
import { taxonomyAnswer } from '#shared/contracts/http/public/taxonomy.ts';
import { Problem, type PageAnswer, type PageRequest } from '#shared/contracts/http/http.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { addressOf } from '#shared/domain/help/audience.ts';
import { codePage } from '#shared/pages/code.ts';
import { reportFormPage } from '#shared/pages/form/report-form.ts';
import { pageAnswer } from '#shared/pages/frame/page-answer.ts';
import { pageContext, type PageContext } from '#shared/pages/frame/page-context.ts';
import { isForDanger, phonesOf } from '#shared/pages/frame/phones.ts';
import { helpPage } from '#shared/pages/help.ts';
import { leavingPage } from '#shared/pages/leave.ts';
import { numbersPage } from '#shared/pages/numbers.ts';
import { accessPage } from '#shared/pages/office/access.ts';
import { officeAnswer } from '#shared/pages/office/office-answer.ts';
import { officeContext } from '#shared/pages/office/office-context.ts';
import { privacyPage } from '#shared/pages/privacy.ts';
import { startPage } from '#shared/pages/start.ts';
import { tableDesigns } from '#shared/adapters/aws/dynamo/table-design.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { PublishedStatistics } from '#shared/ports/facts.ts';

type Draw = (request: PageRequest) => Promise<PageAnswer>;

export type PagesToDraw = Readonly<
  Record<
    | 'first'
    | 'start'
    | 'exit'
    | 'out'
    | 'unknown'
    | 'tell'
    | 'code'
    | 'help'
    | 'numbers'
    | 'privacy'
    | 'office'
    | 'firstOffice',
    Draw
  >
>;

export interface DrawingDeps {
  clock: Clock;
  /** A fresh Idempotency-Key, for a form that nobody has sent yet. A visit is known by such a key as well. */
  newKey: () => string;
}

/** Without their keys, texts of an erased case are never read again. */
const restoreDays = tableDesigns.Keys.recoveryDays;

/** The pages that only tell. None of them knows who asks. */
export function pagesToDraw(
  country: CountryPack,
  published: PublishedStatistics,
  { clock, newKey }: DrawingDeps,
): PagesToDraw {
  const drawn =
    (
      draw: (context: PageContext, request: PageRequest) => string | Promise<string>,
      headers?: Record<string, string>,
    ): Draw =>
    async (request) => {
      const audience = audienceBehind(request.path['who']);
      const asked = audience === undefined ? {} : { address: addressOf(audience) };
      const context = await pageContext(country, { ...request, ...asked });
      return pageAnswer(200, request.language, await draw(context, request), headers);
    };
  const start = (context: PageContext, { query }: PageRequest): string =>
    startPage(context, phonesOf(country, context.language, isForDanger), campaignIn(query['c']));
  const office =
    (headers?: Record<string, string>): Draw =>
    async (request) => {
      const context = await officeContext(country, request);
      return officeAnswer(context, 200, accessPage(context, { visit: newKey() }), headers);
    };
  return {
    first: drawn(start, { Vary: 'Accept-Language' }),
    start: drawn(start),
    firstOffice: office({ Vary: 'Accept-Language' }),
    office: office(),
    code: drawn((context) => codePage(context, { visit: newKey() })),
    privacy: async (request) => {
      const address = addressAskedFor(request.query['for']);
      const context = await pageContext(country, { ...request, address });
      const { centre, retention } = country;
      const told = { centre: centre.name, retention, restoreDays };
      return pageAnswer(200, request.language, privacyPage(context, await context.loadPrivacy(), told));
    },
    help: drawn((context) => helpPage(context, phonesOf(country, context.language))),
    numbers: drawn(async (context) => {
      const { language } = context;
      const taxonomy = taxonomyAnswer(country, await country.loadTaxonomyTexts(), { language, audience: 'adult' });
      const labels = new Map(taxonomy.categories.map(({ code, label }) => [code, label]));
      // In January nothing of the new year is published yet.
      const year = Number(clock.now().slice(0, 4));
      const years = [year, year - 1].map(async (one) => ({ year: one, quarters: await published.ofYear(one) }));
      return numbersPage(context, await Promise.all(years), labels);
    }),
    exit: drawn(({ root }) => leavingPage(`${root}exit/2`)),
    // The first hop has left the form. Only now is what the browser keeps of us taken away: in the first, the form would be
    // kept after the answer.
    out: drawn(({ neutralSite }) => leavingPage(neutralSite), { 'Clear-Site-Data': '"cache"' }),
    unknown: ({ language }) => Promise.reject(new Problem('not_found', 404, { language })),
    tell: drawn(async (context, { path, query }) => {
      const { language } = context;
      const audience = audienceBehind(path['who']);
      if (audience === undefined) throw new Problem('not_found', 404, { language });
      const taxonomy = taxonomyAnswer(country, await country.loadTaxonomyTexts(), { language, audience });
      const campaign = campaignIn(query['c']);
      const fields = new Map(campaign === undefined ? [] : [['campaign', [campaign]]]);
      return reportFormPage(context, { audience, taxonomy, fields, key: newKey(), visit: newKey() });
    }),
  };
}
