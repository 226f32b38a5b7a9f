import { batch, computed, signal } from '@preact/signals';
import { fill } from '#shared/domain/text.ts';
import type { TextsOfCentre } from '../../centre-texts.ts';
import type { TextsOfConsole } from '../../texts.ts';
import { addressOf, settings } from '../settings.ts';
import { onDevice } from '../kept.ts';

/** The texts of one language. They are loaded before anything is drawn. */
const loaded = signal<TextsOfConsole | undefined>(undefined);

/** Those of the pages about the centre itself. They come with the first of these pages. */
const loadedOfCentre = signal<TextsOfCentre | undefined>(undefined);

/** Only a code of a language is kept here, so that the next page begins in it. */
const languageKey = 'besa.language';

export const language = computed(() => loaded.value?.country.language ?? '');

/** The words of the console in the person's language. */
export function texts(): TextsOfConsole {
  if (loaded.value === undefined) throw new Error('No texts are loaded yet.');
  return loaded.value;
}

/** What the pages about the centre itself say, and the shapes of their forms. */
export function centre(): TextsOfCentre {
  if (loadedOfCentre.value === undefined) throw new Error('No texts of the centre are loaded yet.');
  return loadedOfCentre.value;
}

export const centreWords = (): TextsOfCentre['words'] => centre().words;
export const words = (): TextsOfConsole['words'] => texts().words;
export const labels = (): TextsOfConsole['labels'] => texts().labels;

type Labels = TextsOfConsole['labels'];
/** The groups of labels that have one for each code. */
export type LabelGroup = { [G in keyof Labels]: Labels[G] extends string ? never : G }[keyof Labels];

/** The label of a code, or the code itself where nobody gave it a label: an old case may have a code that is gone. */
export function labelOf(group: LabelGroup, code: string | undefined): string {
  if (code === undefined) return '';
  const of: Readonly<Record<string, string>> = labels()[group];
  return Object.hasOwn(of, code) ? (of[code] ?? code) : code;
}

/** Puts two texts into the order of the language that is read, whatever the browser speaks. */
export function inOrder(one: string, other: string): number {
  return new Intl.Collator(language.value).compare(one, other);
}

/** A text with its blanks filled. */
export const say = fill;

/** Loads a language: the one that was asked for, else the one of last time, else the browser's, else the first. */
export async function loadTexts(wanted?: string): Promise<void> {
  const known = Object.keys(settings.texts);
  const asked = [wanted, onDevice.get(languageKey), document.documentElement.lang, ...known];
  const chosen = asked.find((one) => one !== undefined && known.includes(one)) ?? '';
  if (chosen === language.value) return;
  const [said, saidOfCentre] = await Promise.all([
    fetched<TextsOfConsole>(settings.texts[chosen]),
    loadedOfCentre.value === undefined ? undefined : fetched<TextsOfCentre>(settings.centreTexts[chosen]),
  ]);
  batch(() => {
    loaded.value = said;
    loadedOfCentre.value = saidOfCentre;
  });
  document.documentElement.lang = chosen;
  onDevice.set(languageKey, chosen);
}

/** Loads what the pages about the centre say, in the language of the console. */
export async function loadCentreTexts(): Promise<void> {
  while (loadedOfCentre.value === undefined) {
    const wanted = language.value;
    const said = await fetched<TextsOfCentre>(settings.centreTexts[wanted]);
    if (wanted === language.value) loadedOfCentre.value = said;
  }
}

async function fetched<T>(name = ''): Promise<T> {
  const answer = await fetch(addressOf(`/files/${name}`));
  if (!answer.ok) throw new Error('The texts cannot be had now.');
  return (await answer.json()) as T;
}
