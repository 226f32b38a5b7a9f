import { html as tagged, raw } from 'hono/html';

/** Markup that is escaped already. Everything else is escaped when it is put into a template. */
export type Markup = ReturnType<typeof raw>;

type Value = Markup | string | number | boolean | undefined | readonly Value[];

/**
 * A template of HTML. Values are escaped, `Markup` is not, `false` and `undefined` are nothing. Line breaks of the template
 * itself cost nothing: see `withoutBreaks`. Nothing here waits, so the tag's promise never comes up.
 */
export function html(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return tagged(withoutBreaks(strings), ...values) as Markup;
}

/** Text of ours that is markup: the stylesheet, the scripts, parts of a letter. What somebody wrote is escaped in it. */
export function ownMarkup(text: string): Markup {
  return raw(text);
}

/** Each template is rewritten once, when it is first drawn. */
const rewritten = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

/**
 * A `textarea` or `pre` with what stands in it, another tag, a line break between two words, or another line break, each
 * with the blanks around it.
 */
const pieces = /(<(textarea|pre)\b[^>]*>)([^]*?<\/\2>)|<[^>]*>|(?<=[^>\s\0])(\s*\n\s*)(?=[^<\s\0])|\s*\n\s*/g;

/** Stands between the strings of a template, where a value will be. No template holds it. */
const value = '\0';

/**
 * The template's own strings without the line breaks that make it readable. Within a tag a break is one blank, and nothing
 * before its end. Between two words it is a blank. Elsewhere it is nothing: a blank that is wanted is written as a value. In `textarea` and `pre` it stays.
 */
function withoutBreaks(strings: TemplateStringsArray): TemplateStringsArray {
  const known = rewritten.get(strings);
  if (known !== undefined) return known;
  const short = strings
    .join(value)
    .replace(pieces, (piece, opening?: string, _name?: string, rest = '', between?: string) => {
      if (opening !== undefined) return `${onOneLine(opening)}${rest}`;
      if (piece.startsWith('<')) return onOneLine(piece);
      return between === undefined ? '' : ' ';
    })
    .split(value);
  const made = Object.assign(short, { raw: strings.raw });
  rewritten.set(strings, made);
  return made;
}

/** A tag on one line. */
function onOneLine(tag: string): string {
  return tag.replaceAll(/\s*\n\s*(>?)/g, (_, end: string) => end || ' ');
}
