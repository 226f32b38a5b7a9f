import type { Audience } from '#shared/domain/help/audience.ts';
import type { Typed } from '#test/support/pages/page-forms.ts';
import { saidInForm, type AtTheForm } from '../page-visitors.ts';
import { severityOf } from '../severity-of.ts';
import type { PlannedReport } from './year-plan.ts';

/** Whoever is behind a door, by the role that the plan gives them. */
const audienceOf: Readonly<Record<string, Audience>> = {
  child: 'child',
  parent: 'parent',
  teacher: 'school',
  citizen: 'adult',
};
const minuteMs = 60_000;
/** Ages that the form offers for the child that it is about. */
const eldest = 17;

interface PlannedBody {
  category: string;
  narrative: string;
  about: string;
  platform?: string;
  urls?: readonly string[];
  accounts?: readonly { handle: string }[];
  flags?: Readonly<Record<string, boolean | 'unsure'>>;
  suspect?: Readonly<Record<string, unknown>>;
  wishes?: Readonly<Record<string, string>>;
  reporter: { role: string };
  victims?: readonly { ageYears: number; gender: string }[];
  place: { municipality?: string };
  campaign?: string;
}

/**
 * How a planned report comes by the page: half of those over the web that the form can tell as they are. The minute at
 * which they come decides, so that no other draw of the plan changes.
 */
export function onPage({ at, channel, body, severity }: PlannedReport): AtTheForm | undefined {
  const { reporter, victims = [], place, campaign, ...told } = body as unknown as PlannedBody;
  const audience = audienceOf[reporter.role];
  const [child] = victims;
  const isTellable = place.municipality !== undefined && campaign === undefined && (child?.ageYears ?? 0) <= eldest;
  if (channel !== 'web' || audience === undefined || !isTellable || Math.floor(at / minuteMs) % 2 !== 0)
    return undefined;
  const {
    category,
    narrative,
    about,
    platform,
    urls = [],
    accounts = [],
    flags = {},
    suspect = {},
    wishes = {},
  } = told;
  const all: Record<string, string | undefined> = {
    category,
    narrative,
    about,
    platform,
    urls: [...urls, ...accounts.map(({ handle }) => `@${handle}`)].join('\n'),
    municipality: place.municipality,
    ageYears: child && String(child.ageYears),
    gender: child?.gender,
    ...Object.fromEntries(Object.entries(flags).map(([flag, answer]) => [`flag-${flag}`, String(answer)])),
    ...Object.fromEntries(Object.entries(suspect).map(([what, answer]) => [what, String(answer)])),
    ...Object.fromEntries(Object.entries(wishes).map(([subject, answer]) => [`wish-${subject}`, answer])),
  };
  const typed = Object.fromEntries(Object.entries(all).filter(([, text]) => text !== undefined)) as Typed;
  return severityOf(saidInForm({ audience, typed })) === severity ? { audience, typed } : undefined;
}
