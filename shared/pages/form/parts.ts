import { textIn } from '../../contracts/http/form-fields.ts';
import { flagField, wishField } from '../../contracts/http/public/pages/report-form.ts';
import { alwaysAsked } from '../../domain/pages/category-group.ts';
import {
  contactWays,
  flags,
  genders,
  needs,
  suspectRelations,
  whens,
  wishSubjects,
} from '../../domain/report/report.ts';
import type { WishAnswer } from '../../domain/report/report.ts';
import type { AddressedText } from '../../domain/text.ts';
import { choice, choices, fieldId, select, textArea, textInput, type Field, type Option } from '../frame/fields.ts';
import { html, type Markup } from '../frame/html.ts';
import type { PageContext } from '../frame/page-context.ts';
import { aboutsOf, agesOfChild, agesOfWriter } from './choices.ts';
import type { FormState } from './form-state.ts';

/** A part of the form: what stands over it, and its fields. */
export interface Part {
  heading: string;
  body: Markup;
}

type Draw = (context: PageContext, state: FormState) => Part;

/** What happened: groups of categories, each opened by its heading. What is to be read first stands beside its category. */
export const whatHappenedPart: Draw = ({ say, texts, categoryGroups }, { audience, taxonomy, fields, wrong = [] }) => {
  const { form } = texts;
  const chosen = textIn(fields, 'category');
  const error = wrong.find(({ field }) => field === 'category')?.message;
  const described = error === undefined ? '' : html` aria-describedby="${fieldId('category')}-e"`;
  const offered = new Map(taxonomy.categories.map((category) => [category.code, category]));
  const groups = categoryGroups.order[audience].flatMap((code) => {
    const index = categoryGroups.groups.findIndex((group) => group.code === code);
    const group = categoryGroups.groups[index];
    return group === undefined ? [] : [{ ...group, number: index + 1 }];
  });
  // The last group has what fits everybody. Whoever chose nothing finds there what the error names.
  const last = error !== undefined && chosen === '' ? groups.at(-1)?.code : undefined;
  const drawn = groups.map(({ code, categories, number }) => {
    const inside = categories.flatMap((category) => offered.get(category) ?? []);
    return html`
      <details name="g" class="g${number}"${openIf(code === last || categories.includes(chosen))}>
        <summary>${say(form.groups[code]?.[audience] ?? {})}</summary>
        ${inside.map(
          (category) => html`
          ${choice('category', category, category.code === chosen)}
          ${category.showFirst === undefined ? '' : html`<p class="say box">${category.showFirst}</p>`}
        `,
        )}
      </details>`;
  });
  return {
    heading: say(form.whatHappened),
    body: html`
      <p class="quiet">${say(form.whatHappenedHint)}</p>
      ${error === undefined ? '' : html`<p class="error" id="${fieldId('category')}-e">${error}</p>`}
      <fieldset id="${fieldId('category')}" tabindex="-1"${described}>
        <legend class="unseen">${say(form.whatHappened)}</legend>
        ${drawn}
      </fieldset>`,
  };
};

/** What somebody tells in their own words, where it was and when. */
export const tellingPart: Draw = ({ say, texts }, state) => {
  const { form } = texts;
  const field = fieldOf(state);
  return {
    heading: say(form.tell),
    body: html`
      ${textArea(field('narrative', say(form.tell), say(form.tellHint)), 7)}
      ${select(field('platform', say(form.where)), say(form.choose), state.taxonomy.platforms)}
      ${textArea(field('urls', say(form.addresses), say(form.addressesHint)), 2)}
      ${select(field('when', say(form.when)), say(form.choose), optionsOf(whens, form.whens, say))}`,
  };
};

/** Danger first, then who it happened to, who did it, and where. */
export const whoPart: Draw = (context, state) => {
  const { say, texts } = context;
  const { form } = texts;
  const { audience } = state;
  const field = fieldOf(state);
  const answers = threeAnswers(context);
  const isChild = audience === 'child';
  const ages = (isChild ? agesOfWriter : agesOfChild).map((age) => ({ code: String(age), label: String(age) }));
  const { words, regions } = placesOf(context, state);
  return {
    heading: say(form.aboutHeading),
    body: html`
      <p class="quiet">${say(form.aboutHint)}</p>
      ${flagsAsked(context, state)}
      ${select(field('about', say(form.about)), say(form.choose), optionsOf(aboutsOf[audience], form.abouts, say))}
      ${select(field('ageYears', say(isChild ? form.age : form.childAge)), say(form.ageUnsaid), [
        ...ages,
        { code: '18', label: say(form.adultAge) },
      ])}
      ${select(
        field('gender', say(isChild ? form.gender : form.childGender)),
        say(form.choose),
        optionsOf(genders, form.genders, say),
      )}
      ${select(field('relation', say(form.relation)), say(form.choose), optionsOf(suspectRelations, form.relations, say))}
      ${choices(field('adult', say(form.adult)), answers)}
      ${choices(field('livesWithChild', say(form.livesWithChild)), answers)}
      ${textArea(field('school', say(form.school)), 1)}
      ${select(field('municipality', say(form.municipality)), say(form.choose), words, regions)}`,
  };
};

/** What is always asked of danger, and what the stylesheet shows with the group of categories that was chosen. */
function flagsAsked(context: PageContext, state: FormState): readonly Markup[] {
  const { categoryGroups } = context;
  const field = fieldOf(state);
  const answers = threeAnswers(context);
  const label = new Map(state.taxonomy.flags.map((flag) => [flag.code, flag.label]));
  const ask = (flag: string, group = ''): Markup =>
    choices(field(flagField(flag), label.get(flag) ?? flag), answers, group);
  const isAlways = (flag: string): boolean => alwaysAsked.some((one) => one === flag);
  const others = flags
    .filter((flag) => !isAlways(flag))
    .flatMap((flag) => {
      const groups = categoryGroups.groups.flatMap((group, index) =>
        group.flags.includes(flag) ? [`g${index + 1}`] : [],
      );
      return groups.length === 0 ? [] : [ask(flag, ['ask', ...groups].join(' '))];
    });
  return [...alwaysAsked.map((flag) => ask(flag)), ...others];
}

/** Where it was: words for no place of the country, and the municipalities below their regions. */
function placesOf({ say, texts: { form } }: PageContext, { taxonomy }: FormState) {
  return {
    words: taxonomy.placeWords.map((code) => ({
      code,
      label: say(code === 'outside' ? form.placeOutside : form.placeUnknown),
    })),
    regions: taxonomy.regions.map(({ name, municipalities }) => ({
      label: name,
      options: municipalities.map((one) => ({ code: one.code, label: one.name })),
    })),
  };
}

/** What an absent wish means. */
const askFirst: WishAnswer = 'ask_me';

/** Before sending: how to reach whoever writes, what they want, and whom we may have to tell. */
export const lastPart: Draw = (context, state) => {
  const { say, texts } = context;
  const { form, frame } = texts;
  const { audience, taxonomy } = state;
  const field = fieldOf(state);
  return {
    heading: say(form.beforeSending),
    body: html`
      <p>${say(form.codeComes)}</p>
      ${
        audience === 'school' &&
        html`
        ${textInput(field('organisation', say(form.organisation)))}
        ${textInput(field('name', say(form.name)))}`
      }
      ${contactAsked(context, state)}
      ${wishesAsked(context, state)}
      ${needsAsked(context, state)}
      <div class="box"><p>${taxonomy.beforeYouSend}</p></div>
      <p class="actions"><button class="first" name="go" value="send">${say(form.send)}</button></p>
      <p class="actions onward"><a class="button" href="#3">${say(frame.back)}</a></p>
      <p class="quiet">${say(form.notTwice)}</p>`,
  };
};

function contactAsked(context: PageContext, state: FormState): Markup {
  const {
    say,
    texts: { form },
  } = context;
  const field = fieldOf(state);
  return html`
    <details${openIf(isSaid(state, ['phone', 'email', 'how', 'safe', 'whenSafe']))}>
      <summary>${say(form.reach)}</summary>
      ${textInput(field('phone', say(form.phone)), 'tel')}
      ${textInput(field('email', say(form.email)), 'email')}
      ${choices(field('how', say(form.how)), optionsOf(contactWays, form.ways, say))}
      ${choices(field('safe', say(form.safe)), threeAnswers(context))}
      ${textInput(field('whenSafe', say(form.whenSafe)))}
    </details>`;
}

/** Whoever says nothing is asked first, so that is what stands there. */
function wishesAsked({ say, texts: { form } }: PageContext, state: FormState): Markup {
  const { taxonomy } = state;
  const field = fieldOf(state);
  const asked = wishSubjects.map((subject) => {
    const label = taxonomy.wishes.find(({ code }) => code === subject)?.label ?? subject;
    const wish = field(wishField(subject), label);
    return choices({ ...wish, value: wish.value === '' ? askFirst : wish.value }, taxonomy.wishAnswers);
  });
  return html`
    <details${openIf(isSaid(state, wishSubjects.map(wishField), askFirst))}>
      <summary>${say(form.wishes)}</summary>
      ${asked}
    </details>`;
}

function needsAsked({ say, texts: { form } }: PageContext, state: FormState): Markup {
  const chosen = state.fields.get('needs') ?? [];
  const options = optionsOf(needs, form.needsOf, say);
  return html`
    <details${openIf(isSaid(state, ['needs']))}>
      <summary>${say(form.needs)}</summary>
      <fieldset id="${fieldId('needs')}">
        <legend class="unseen">${say(form.needs)}</legend>
        ${options.map((option) => choice('needs', option, chosen.includes(option.code), 'checkbox'))}
      </fieldset>
    </details>`;
}

/** Whether something was answered in one of these fields, or is wrong there. That is never folded away. */
function isSaid({ fields, wrong = [] }: FormState, names: readonly string[], unsaid = ''): boolean {
  return names.some(
    (name) => !['', unsaid].includes(textIn(fields, name)) || wrong.some(({ field }) => field === name),
  );
}

function openIf(isOpen: boolean): Markup {
  return html`${isOpen ? html` open` : ''}`;
}

function threeAnswers({ say, texts: { form } }: PageContext): Option[] {
  return [
    { code: 'true', label: say(form.yes) },
    { code: 'false', label: say(form.no) },
    { code: 'unsure', label: say(form.unsure) },
  ];
}

function optionsOf<Code extends string>(
  codes: readonly Code[],
  labels: Readonly<Record<Code, AddressedText>>,
  say: PageContext['say'],
): Option[] {
  return codes.map((code) => ({ code, label: say(labels[code]) }));
}

/** A field of this form with what was typed in it, and what is wrong with that. */
function fieldOf({ fields, wrong = [] }: FormState): (name: string, label: string, hint?: string) => Field {
  return (name, label, hint) => ({
    name,
    label,
    hint,
    value: textIn(fields, name),
    error: wrong.find(({ field }) => field === name)?.message,
  });
}
