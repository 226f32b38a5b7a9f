import type { ComponentChildren } from 'preact';
import type { CaseView, OpenedCase } from '../../api/answers.ts';
import { labelOf, labels, words } from '../../frame/texts.ts';
import { Harmless, SafeWords } from './safe-text.tsx';

type Reported = NonNullable<CaseView['reported']>;
type Assessed = NonNullable<CaseView['assessed']>;
type Details = OpenedCase['details'];

/** One fact with its name. Without a value there is none. */
export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  const isEmpty = children === undefined || children === '' || (Array.isArray(children) && children.length === 0);
  if (isEmpty) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const joined = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ');

/** A question that was answered with yes, no or "unsure". */
const answered = (answer: boolean | 'unsure' | undefined): string | undefined =>
  answer === undefined ? undefined : labelOf('answers', String(answer));

/** What was said of the dangers, those that were answered with yes first. */
export function sayFlags(flags: Reported['flags'] | undefined): string {
  const said = Object.entries<boolean | 'unsure'>(flags ?? {});
  const inOrder = [true, 'unsure' as const, false].flatMap((answer) => said.filter(([, one]) => one === answer));
  return joined(
    inOrder.map(([flag, answer]) =>
      answer === true ? labelOf('flags', flag) : `${labelOf('flags', flag)}: ${answered(answer) ?? ''}`,
    ),
  );
}

function saySuspect(suspect: Reported['suspect']): string {
  if (suspect === undefined) return '';
  const of = labels().fields;
  const { relation, adult, livesWithChild } = suspect;
  return joined([
    labelOf('suspectRelations', relation),
    adult === undefined ? undefined : `${of['adult'] ?? ''}: ${answered(adult) ?? ''}`,
    livesWithChild === undefined ? undefined : `${of['livesWithChild'] ?? ''}: ${answered(livesWithChild) ?? ''}`,
  ]);
}

/** What was reported, or what staff concluded, as it stands in clear. */
export function ClearFacts({ facts }: { facts: Reported | Assessed }) {
  const of = labels().fields;
  const { category, alsoCategories = [], about, platform, victims = [], moreVictims, suspect, flags, region } = facts;
  return (
    <dl class="facts">
      <Fact name={of['category'] ?? ''}>
        {joined([category, ...alsoCategories].map((code) => labelOf('categories', code)))}
      </Fact>
      <Fact name={of['about'] ?? ''}>{labelOf('abouts', about)}</Fact>
      <Fact name={of['platform'] ?? ''}>{labelOf('platforms', platform)}</Fact>
      <Fact name={of['victims'] ?? ''}>
        {joined([
          ...victims.map(({ ageBand, gender }) => `${labelOf('ageBands', ageBand)}, ${labelOf('genders', gender)}`),
          moreVictims === true ? of['moreVictims'] : undefined,
        ])}
      </Fact>
      <Fact name={of['suspect'] ?? ''}>{saySuspect(suspect)}</Fact>
      <Fact name={of['flags'] ?? ''}>{sayFlags(flags)}</Fact>
      <Fact name={of['region'] ?? ''}>{labelOf('places', region)}</Fact>
      {'reporterAgeBand' in facts ? <OfReporter facts={facts as Reported} /> : <OfRisk facts={facts} />}
    </dl>
  );
}

function OfReporter({ facts: { reporterRole, reporterAgeBand, wishes, needs } }: { facts: Reported }) {
  const w = words().reading.facts;
  return (
    <>
      <Fact name={w.reporter}>
        {joined([labelOf('reporterRoles', reporterRole), labelOf('ageBands', reporterAgeBand)])}
      </Fact>
      <Fact name={w.wishes}>{sayWishes(wishes)}</Fact>
      <Fact name={w.needs}>{joined(needs.map((need) => labelOf('needs', need)))}</Fact>
    </>
  );
}

function OfRisk({ facts: { disability, community } }: { facts: Assessed }) {
  const of = labels().fields;
  return (
    <>
      <Fact name={of['disability'] ?? ''}>{answered(disability)}</Fact>
      <Fact name={of['community'] ?? ''}>{labelOf('communities', community)}</Fact>
    </>
  );
}

function sayWishes(wishes: Reported['wishes'] | undefined): string {
  return joined(
    Object.entries(wishes ?? {}).map(([who, wish]) => `${labelOf('wishes', who)}: ${labelOf('wishAnswers', wish)}`),
  );
}

/**
 * What was sealed beside the words: exact ages, names, place, and how the reporter is reached without danger. `isAlone`:
 * the facts in clear do not stand beside it.
 */
export function SealedFacts({ details, isAlone = false }: { details: Details; isAlone?: boolean }) {
  const w = words().reading.facts;
  const { victims = [], when, alreadyTold = [], reporter = {}, place = {}, wishes, needs = [], campaign } = details;
  const { role, ageYears, name, organisation, contact } = reporter;
  return (
    <dl class="facts">
      <Fact name={labels().fields['victims'] ?? ''}>
        {joined(
          victims.map((one) =>
            joined([
              one.ageYears === undefined ? undefined : `${one.ageYears} ${w.years}`,
              labelOf('genders', one.gender),
            ]),
          ),
        )}
      </Fact>
      <Fact name={w.when}>{labelOf('whens', when)}</Fact>
      <Fact name={w.alreadyTold}>{joined(alreadyTold.map((who) => labelOf('alreadyTold', who)))}</Fact>
      <Fact name={w.reporter}>
        {joined([labelOf('reporterRoles', role), ageYears === undefined ? undefined : `${ageYears} ${w.years}`])}
      </Fact>
      <Typed name={w.name} text={name} />
      <Typed name={w.organisation} text={organisation} />
      <ContactFact contact={contact} />
      <Fact name={w.place}>{joined([labelOf('places', place.region), labelOf('places', place.municipality)])}</Fact>
      <Typed name={w.school} text={place.school} />
      {isAlone ? (
        <>
          <Fact name={w.wishes}>{sayWishes(wishes)}</Fact>
          <Fact name={w.needs}>{joined(needs.map((need) => labelOf('needs', need)))}</Fact>
        </>
      ) : null}
      <Typed name={w.campaign} text={campaign} />
    </dl>
  );
}

function Typed({ name, text }: { name: string; text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <Fact name={name}>
      <SafeWords text={text} />
    </Fact>
  );
}

/** How the reporter is reached. Whether that is safe stands before the number. */
function ContactFact({ contact }: { contact: NonNullable<Details['reporter']>['contact'] }) {
  const w = words().reading.facts;
  if (contact === undefined) return null;
  const { email, phone, whose, how, safe, whenSafe } = contact;
  return (
    <Fact name={w.contact}>
      <span class={safe === true ? '' : 'missed'}>
        {safe === undefined ? w.safeUnsaid : `${w.safe}: ${answered(safe) ?? ''}`}
      </span>
      {whenSafe === undefined ? null : (
        <span>
          {' · '}
          {w.whenSafe}: <SafeWords text={whenSafe} />
        </span>
      )}
      <br />
      {joined([labelOf('contactOwners', whose), labelOf('contactWays', how)])}{' '}
      {[phone, email].map((one) => (one === undefined ? null : <Harmless key={one}>{one}</Harmless>))}
    </Fact>
  );
}
