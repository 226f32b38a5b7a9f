/** A text with a sentence added where the cursor stood, and where the cursor stands after it. */
export interface Inserted {
  text: string;
  caret: number;
}

/** Adds a sentence at the cursor. Nothing that was typed is replaced, and words do not run together. */
export function insertedAt(text: string, at: number, sentence: string): Inserted {
  const before = text.slice(0, at);
  const after = text.slice(at);
  const lead = before === '' || /\s$/u.test(before) ? '' : ' ';
  const trail = after === '' || /^[\s.,;:!?]/u.test(after) ? '' : ' ';
  return { text: `${before}${lead}${sentence}${trail}${after}`, caret: (before + lead + sentence).length };
}
