/** An element of a page, with its elements and texts in order. */
export interface PageElement {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  inside: (PageElement | string)[];
}

const tagForm = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:=(?:"[^"<>]*"|[\w-]+))?)*)\s*>/y;
const attributeForm = /([a-z-]+)(?:=(?:"([^"]*)"|([\w-]+)))?/g;
const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Elements in which a browser looks for nothing but their end. */
const ofTextAlone = new Set(['textarea', 'title', 'style', 'script', 'option']);
const withoutEnd = new Set(['meta', 'link', 'input']);
const opening = '<!doctype html>';

/**
 * The elements of a page of ours. It is stricter than a browser: whatever is not written as our templates write it throws.
 * So a text that was not escaped is never taken for one.
 */
export function treeOf(page: string): PageElement {
  if (!page.startsWith(opening)) throw new Error('This is no page.');
  const root: PageElement = { tag: '', attributes: {}, inside: [] };
  const open = [root];
  const innermost = (): PageElement => open.at(-1) ?? root;
  let at = opening.length;
  while (at < page.length) {
    if (page[at] !== '<') {
      const end = page.indexOf('<', at);
      const text = page.slice(at, end < 0 ? undefined : end);
      innermost().inside.push(unescaped(text));
      at += text.length;
      continue;
    }
    tagForm.lastIndex = at;
    const [whole = '', closes, tag = '', written = ''] = tagForm.exec(page) ?? [];
    if (tag === '') throw new Error(`Not one of our tags, at ${at}.`);
    at += whole.length;
    if (closes === '/') {
      if (innermost().tag !== tag) throw new Error(`</${tag}> closes nothing, at ${at}.`);
      open.pop();
      continue;
    }
    const element: PageElement = { tag, attributes: attributesIn(written), inside: [] };
    innermost().inside.push(element);
    if (withoutEnd.has(tag)) continue;
    open.push(element);
    if (!ofTextAlone.has(tag)) continue;
    const end = page.indexOf(`</${tag}>`, at);
    if (end < 0) throw new Error(`<${tag}> does not end.`);
    element.inside.push(textAlone(tag, page.slice(at, end)));
    at = end;
  }
  if (open.length > 1) throw new Error('An element does not end.');
  return root;
}

/** A browser makes one line break of each kind, and skips one after the tag of a text field. */
function textAlone(tag: string, text: string): string {
  if (tag === 'style' || tag === 'script') return text;
  const read = unescaped(text).replaceAll(/\r\n?/g, '\n');
  return tag === 'textarea' ? read.replace(/^\n/, '') : read;
}

function attributesIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(attributeForm)].map(([, name = '', quoted, plain]) => [name, unescaped(quoted ?? plain ?? '')]),
  );
}

/** A text of the page without its escapes. One that is not ours throws. */
function unescaped(text: string): string {
  if (text.includes('\0')) throw new Error('A browser reads no zero.');
  return text.replaceAll(/&([^;]{0,8});?/g, (escape, name: string) => {
    const sign = signs[name];
    if (sign === undefined || !escape.endsWith(';')) throw new Error('An escape that is not ours.');
    return sign;
  });
}

/** All elements inside of one, in the order of the page. */
export function within(of: PageElement): PageElement[] {
  return of.inside.flatMap((one) => (typeof one === 'string' ? [] : [one, ...within(one)]));
}

export const hasClass = ({ attributes }: PageElement, name: string): boolean =>
  (attributes['class'] ?? '').split(' ').includes(name);

/** What is read in an element, without the blanks that only lay out the template. */
export function textIn(of: PageElement): string {
  return rawTextIn(of).replaceAll(/\s+/gu, ' ').trim();
}

/** What stands in an element, sign by sign. */
export function rawTextIn({ inside }: PageElement): string {
  return inside.map((one) => (typeof one === 'string' ? one : rawTextIn(one))).join('');
}
