import { signal, type Signal } from '@preact/signals';
import type { Answer, Refusal } from '../api/call.ts';
import { look } from '../api/look.ts';
import type { CaseView } from '../api/answers.ts';

/** A case as this window has last seen it. The ETag is its revision, which commands are decided on. */
export interface SeenCase {
  view: CaseView;
  etag: string | undefined;
}

const seen = new Map<string, Signal<SeenCase | undefined>>();

export function seenCase(number: string): Signal<SeenCase | undefined> {
  const known = seen.get(number) ?? signal<SeenCase | undefined>(undefined);
  seen.set(number, known);
  return known;
}

/** Reads a case again. What is refused leaves it as it was seen. */
export async function loadCase(number: string): Promise<Refusal | undefined> {
  const answer = await ask(number);
  if (!answer.ok) return answer;
  seenCase(number).value = { view: answer.body, etag: answer.etag };
  return undefined;
}

/**
 * How a case stands now, or why that is not told. What is shown stays as it is, so that nothing moves under a finger, and
 * commands are decided on what was seen.
 */
export async function freshCase(number: string): Promise<SeenCase | Refusal> {
  const answer = await ask(number);
  return answer.ok ? { view: answer.body, etag: answer.etag } : answer;
}

/** How the cases stand by what was heard of them last, which may not be shown yet. */
const heard = new Map<string, Signal<SeenCase | undefined>>();

export function heardCase(number: string): Signal<SeenCase | undefined> {
  const known = heard.get(number) ?? signal<SeenCase | undefined>(undefined);
  heard.set(number, known);
  return known;
}

/** How a case stands by now, where that is newer than what is shown. */
export function newerCase(number: string): SeenCase | undefined {
  const last = heardCase(number).value;
  return isNewer(last, seenCase(number).value) ? last : undefined;
}

/** Shows what was heard of a case last. */
export function showNewest(number: string): void {
  const newer = newerCase(number);
  if (newer !== undefined) seenCase(number).value = newer;
}

/** Whether the case is erased, or keeps this person out. Then nothing of it is shown any more. */
export function isGone(refusal: Refusal | undefined): boolean {
  return refusal?.why === 'refused' && [403, 404, 410].includes(refusal.problem.status);
}

/** Whether a case was changed after it was seen. */
function isNewer(fresh: SeenCase | undefined, before: SeenCase | undefined): boolean {
  return (fresh?.view.revision ?? 0) > (before?.view.revision ?? 0);
}

const ask = (number: string): Promise<Answer<CaseView>> => look(pathOfCase(number));

/** Where a case is asked for. */
export const pathOfCase = (number: string): string => `/v1/cases/${encodeURIComponent(number)}`;

/**
 * Whether the machine alone has touched a case since it was seen, such as by a mail that came back. Its course tells nothing
 * new then, so nobody can decide anew. Whoever sees no course cannot know that.
 */
export function looksTheSame(before: SeenCase | undefined, fresh: SeenCase): boolean {
  return before?.view.history !== undefined && newsOf(before, fresh).length === 0;
}

/** Events of a case that came after those that were seen, oldest first. */
export function newsOf(before: SeenCase | undefined, after: SeenCase | undefined): NonNullable<CaseView['history']> {
  const last = before?.view.history?.at(-1)?.number ?? 0;
  return (after?.view.history ?? []).filter(({ number }) => number > last);
}
