import { computed, signal } from '@preact/signals';
import { fill } from '#shared/domain/text.ts';
import type { TextsOfConsole } from '../../texts.ts';
import { addressOf, settings } from '../settings.ts';

/** The texts of one language. They are loaded before anything is drawn. */
const loaded = signal<TextsOfConsole | undefined>(undefined);

/** Only a code of a language is kept here, so that the next page begins in it. */
const languageKey = 'besa.language';

export const language = computed(() => loaded.value?.country.language ?? '');

/** The words of the console in the person's language. */
export function texts(): TextsOfConsole {
  if (loaded.value === undefined) throw new Error('No texts are loaded yet.');
  return loaded.value;
}

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

/** A text with its blanks filled. */
export const say = fill;

/** Loads a language: the one that was asked for, else the one of last time, else the browser's, else the first. */
export async function loadTexts(wanted?: string): Promise<void> {
  const known = Object.keys(settings.texts);
  const asked = [wanted, localStorage.getItem(languageKey) ?? undefined, document.documentElement.lang, ...known];
  const chosen = asked.find((one) => one !== undefined && known.includes(one)) ?? '';
  if (chosen === language.value) return;
  const answer = await fetch(addressOf(`/files/${settings.texts[chosen] ?? ''}`));
  if (!answer.ok) throw new Error('The texts cannot be had now.');
  loaded.value = (await answer.json()) as TextsOfConsole;
  document.documentElement.lang = chosen;
  localStorage.setItem(languageKey, chosen);
}
