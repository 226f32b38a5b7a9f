import type { CommandAnswer } from '../../api/answers.ts';

type Taken = Pick<CommandAnswer<'exportTaking'>['export'], 'messages' | 'notes' | 'laterMessages' | 'laterNotes'>;

/** Where the next part of a long thread begins. Undefined when this was all. */
export function nextPart(
  { messages, notes, laterMessages = 0, laterNotes = 0 }: Taken,
  from: { fromMessage?: number; fromNote?: number },
): { fromMessage: number; fromNote: number } | undefined {
  if (laterMessages === 0 && laterNotes === 0) return undefined;
  const after = (those: readonly { number: number }[], began = 1): number => (those.at(-1)?.number ?? began - 1) + 1;
  return { fromMessage: after(messages, from.fromMessage), fromNote: after(notes, from.fromNote) };
}
