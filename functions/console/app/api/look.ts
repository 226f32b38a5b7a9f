import { language } from '../frame/texts.ts';
import { call, type Answer } from './call.ts';

interface Ahead {
  at: number;
  inLanguage: string;
  answer: Promise<Answer<unknown>>;
}

/** What was asked before its page was there to ask, by path. */
const ahead = new Map<string, Ahead>();

/** For so long, in ms, an answer that nobody came for is still how things stand. */
const goodForMs = 10_000;

/** Asks the API for what changes nothing. What was asked ahead is taken, once. */
export async function look<T>(path: string): Promise<Answer<T>> {
  const known = ahead.get(path);
  ahead.delete(path);
  if (known !== undefined && performance.now() - known.at < goodForMs) {
    const answer = await known.answer;
    // A refusal is told in words, and the person's language was perhaps not known yet.
    if (answer.ok || known.inLanguage === language.value) return answer as Answer<T>;
  }
  return asked(path);
}

/** Asks for what the page to come will `look` at, while nobody knows yet who the person is. */
export function lookAhead(path: string): void {
  ahead.set(path, { at: performance.now(), inLanguage: language.value, answer: asked(path) });
}

/** Asks the API for what is no JSON, such as a letter. */
export function lookAtText(path: string): Promise<Answer<string>> {
  return call({ method: 'GET', path, language: language.value, answers: 'text' });
}

const asked = <T>(path: string): Promise<Answer<T>> => call({ method: 'GET', path, language: language.value });
