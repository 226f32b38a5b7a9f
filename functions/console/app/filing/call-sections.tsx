import type { ComponentChildren } from 'preact';
import { alwaysAsked } from '#shared/domain/pages/category-group.ts';
import { audienceOf } from '#shared/domain/help/audience.ts';
import {
  abouts,
  channels,
  contactOwners,
  contactWays,
  flags,
  needs,
  reporterRoles,
  suspectRelations,
  toldTo,
  whens,
  wishAnswers,
  wishSubjects,
  type Flag,
} from '#shared/domain/report/report.ts';
import { Area, Choice, Choices, Line, optionsOf, Select, Tick, type Option } from '../form/fields.tsx';
import type { Form } from '../form/form-fields.ts';
import { labelOf, say, texts, words } from '../frame/texts.ts';
import { DangerNow, SayNow } from './say-now.tsx';
import { factsOfCall, type CallFields } from './report-of-call.ts';
import { Victims } from './victims.tsx';

type CallForm = Form<CallFields>;

/** Everything that may be asked, in the order in which a call goes. */
export function CallSections({ form }: { form: CallForm }) {
  const w = words().filing;
  const { groups, regions } = texts().filing;
  const { category } = form.fields;
  const facts = factsOfCall(form.fields, regions);
  const asked = flags.filter((flag) => !alwaysAsked.some((one) => one === flag));
  const fitting = groups.find(({ categories }) => categories.includes(category))?.flags ?? [];
  const rest = asked.filter((flag) => !fitting.includes(flag));
  return (
    <>
      <Choice form={form} name="channel" label={w.channel} options={channelOptions()} isInRow />
      <Late form={form} />
      <Section title={w.caller}>
        <Select
          form={form}
          name="role"
          label={w.role}
          none={w.notAsked}
          options={optionsOf(reporterRoles, named('reporterRoles'))}
        />
        <Line form={form} name="callerAge" label={w.callerAge} inputMode="numeric" />
      </Section>
      <Section title={w.danger}>
        <Flags form={form} of={alwaysAsked} />
        <DangerNow facts={facts} language={form.fields.language} />
      </Section>
      <Section title={w.whatHappened}>
        <Select
          form={form}
          name="category"
          label={w.category}
          none={w.chooseCategory}
          options={categoryOptions(audienceOf(facts))}
        />
        <SayNow facts={facts} language={form.fields.language} />
        <Area
          form={form}
          name="narrative"
          label={w.narrative}
          hint={w.narrativeHint}
          rows={10}
          lang={form.fields.language}
        />
        <MoreCategories form={form} />
      </Section>
      {fitting.length === 0 ? null : (
        <Section title={w.moreQuestions}>
          <Flags form={form} of={fitting} />
        </Section>
      )}
      <Section title={w.who}>
        <Select
          form={form}
          name="about"
          label={w.about}
          none={w.notAsked}
          options={optionsOf(abouts, named('abouts'))}
        />
        <Victims form={form} />
        <Tick form={form} name="moreVictims" label={w.moreVictims} />
      </Section>
      <Section title={w.where}>
        <Select
          form={form}
          name="platform"
          label={w.platform}
          none={w.notAsked}
          options={optionsOf(texts().filing.platforms, named('platforms'))}
        />
        <Area form={form} name="accounts" label={w.accounts} hint={w.oneOnEachLine} rows={2} secret />
        <Area form={form} name="urls" label={w.urls} hint={w.oneOnEachLine} rows={2} secret />
        <Select form={form} name="when" label={w.when} none={w.notAsked} options={optionsOf(whens, named('whens'))} />
      </Section>
      <Section title={w.suspect}>
        <Select
          form={form}
          name="relation"
          label={w.relation}
          none={w.notAsked}
          options={optionsOf(suspectRelations, named('suspectRelations'))}
        />
        <Choice form={form} name="adult" label={w.suspectAdult} options={answers()} isInRow />
        <Choice form={form} name="livesWithChild" label={w.livesWithChild} options={answers()} isInRow />
      </Section>
      <Section title={w.place}>
        <Select form={form} name="municipality" label={w.municipality} none={w.notAsked} options={placeOptions()} />
        <Line form={form} name="school" label={w.school} secret />
      </Section>
      <details>
        <summary>{w.otherQuestions}</summary>
        <Flags form={form} of={rest} />
      </details>
      <Section title={w.wishes}>
        {wishSubjects.map((subject) => (
          <Choice
            key={subject}
            form={form}
            name={`wish-${subject}`}
            label={labelOf('wishes', subject)}
            options={optionsOf(wishAnswers, named('wishAnswers'))}
            isInRow
          />
        ))}
      </Section>
      <Choices
        form={form}
        name="alreadyTold"
        label={w.alreadyTold}
        options={optionsOf(toldTo, named('alreadyTold'))}
        isInRow
      />
      <Choices form={form} name="needs" label={w.needs} options={optionsOf(needs, named('needs'))} isInRow />
      <Section title={w.contact}>
        <Line form={form} name="name" label={w.name} secret />
        <Line form={form} name="organisation" label={w.organisation} secret />
        <Line form={form} name="phone" label={w.phone} type="tel" secret />
        <Line form={form} name="email" label={w.email} type="email" secret />
        <Select
          form={form}
          name="whose"
          label={w.whose}
          none={w.notAsked}
          options={optionsOf(contactOwners, named('contactOwners'))}
        />
        <Choice form={form} name="safe" label={w.safe} options={answers()} isInRow />
        <Select
          form={form}
          name="how"
          label={w.how}
          none={w.notAsked}
          options={optionsOf(contactWays, named('contactWays'))}
        />
        <Line form={form} name="whenSafe" label={w.whenSafe} />
        <Select form={form} name="language" label={w.language} options={languageOptions()} />
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** What was told earlier, and is entered now. */
function Late({ form }: { form: CallForm }) {
  const w = words().filing;
  return (
    <details>
      <summary>{w.toldEarlier}</summary>
      <Line
        form={form}
        name="receivedAt"
        type="datetime-local"
        label={w.receivedAt}
        hint={say(w.receivedAtHint, { days: String(texts().filing.longestAgoDays) })}
      />
    </details>
  );
}

function MoreCategories({ form }: { form: CallForm }) {
  const { groups } = texts().filing;
  const others = groups.flatMap(({ categories }) => categories).filter((code) => code !== form.fields.category);
  return (
    <details>
      <summary>{words().filing.alsoCategories}</summary>
      <Choices
        form={form}
        name="alsoCategories"
        label={words().filing.alsoCategories}
        options={optionsOf(others, named('categories'))}
        isInRow
      />
    </details>
  );
}

/** Questions of yes or no. Each is "not asked" until it is answered. */
function Flags({ form, of }: { form: CallForm; of: readonly Flag[] }) {
  return (
    <>
      {of.map((flag) => (
        <Choice
          key={flag}
          form={form}
          name={`flag-${flag}`}
          label={labelOf('flags', flag)}
          options={answers()}
          isInRow
        />
      ))}
    </>
  );
}

type LabelGroup = Parameters<typeof labelOf>[0];

const named =
  (group: LabelGroup) =>
  (code: string): string =>
    labelOf(group, code);

/** The last is chosen at first. From it, an arrow key leads to yes. */
const answers = (): Option[] => [
  ...optionsOf(['true', 'false', 'unsure'], named('answers')),
  { code: '', label: words().filing.notAsked },
];

const channelOptions = (): Option[] =>
  optionsOf(
    channels.filter((channel) => channel !== 'web'),
    named('channels'),
  );

/** Categories under their headings, in the order that fits the caller. */
function categoryOptions(audience: ReturnType<typeof audienceOf>) {
  const { groups, orders } = texts().filing;
  return orders[audience].flatMap((code) => {
    const group = groups.find((one) => one.code === code);
    if (group === undefined) return [];
    return [{ label: labelOf('categoryGroups', code), options: optionsOf(group.categories, named('categories')) }];
  });
}

function placeOptions() {
  return [
    ...texts().filing.regions.map(({ code, municipalities }) => ({
      label: labelOf('places', code),
      options: optionsOf(municipalities, named('places')),
    })),
    ...optionsOf(['unknown', 'outside'], named('places')),
  ];
}

const languageOptions = (): Option[] =>
  texts().country.languages.map((code) => ({
    code,
    label: new Intl.DisplayNames([texts().country.language], { type: 'language' }).of(code) ?? code,
  }));
