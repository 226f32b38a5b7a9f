import type { Text } from '#shared/domain/text.ts';

/** A text in both languages. Staff are addressed with _ju_. */
export const label = (sq: string, en: string): Text => ({ sq, en });
