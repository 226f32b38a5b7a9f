import { directoryBodies } from '#shared/contracts/http/directory/changes.ts';
import { inOneLanguage } from '#shared/domain/console/in-one-language.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { dutiesOf } from '#shared/domain/people/duties.ts';
import { fieldsOf } from './field-shapes.ts';

/** What the browser loads with the first page about the centre itself: its words, and the fields of each command. */
export async function centreTexts(country: CountryPack, language: string) {
  const { centre } = await country.loadConsole();
  const bodies = directoryBodies(country);
  return {
    words: inOneLanguage(centre, language, country.defaultLanguage),
    forms: {
      person: fieldsOf(bodies.person),
      personChange: fieldsOf(bodies.personChange),
      suspension: fieldsOf(bodies.suspension),
      institution: fieldsOf(bodies.institution),
      platform: fieldsOf(bodies.platform),
      campaign: fieldsOf(bodies.campaign),
    },
    /** What stands at the head of what is printed. */
    centreName: inOneLanguage({ name: country.centre.name }, language, country.defaultLanguage).name,
    /** The duties that the ladder calls. */
    duties: dutiesOf(country),
    /** Its rungs, from the first. Nobody may leave one empty. */
    rungs: country.ladder.rungs.map(({ id, duties }) => ({ id, duties })),
    /** By duty, the minutes after which a critical case calls it. */
    calledAfter: calledAfter(country),
    /** The night, the times of daily mails, and the minutes between two letters to a mailbox and to a phone. */
    mails: {
      quiet: country.mailTiming.quiet,
      digests: country.mailTiming.digests,
      paceMinutes: country.mailTiming.pace.urgentMinutes,
      shortPaceMinutes: country.mailTiming.pace.shortMessageMinutes,
    },
  };
}

/** A rung is called when the steps before it are over. Of a duty on several rungs the first counts. */
function calledAfter({ ladder: { rungs, stepMinutes } }: Pick<CountryPack, 'ladder'>): Record<string, number> {
  const after = rungs.flatMap(({ duties }, nth) => {
    const minutes = stepMinutes.critical.slice(0, nth).reduce((sum, step) => sum + step, 0);
    return duties.map((duty) => [duty, minutes] as const);
  });
  return Object.fromEntries(after.toReversed());
}

export type TextsOfCentre = Awaited<ReturnType<typeof centreTexts>>;
