import type { TooLong } from '../../contracts/http/public/pages/too-long.ts';
import type { PageTexts } from '../../domain/pages/page-texts.ts';
import { fill } from '../../domain/text.ts';
import type { PageContext } from '../frame/page-context.ts';

/** Says how many characters are too many, and in which line where that counts. */
export function sayTooLong({ over, line }: TooLong, texts: PageTexts['form'], say: PageContext['say']): string {
  return line === undefined
    ? fill(say(texts.tooLong), { over: String(over) })
    : fill(say(texts.lineTooLong), { line: String(line), over: String(over) });
}
