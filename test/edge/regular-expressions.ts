/** What stands before a slash that begins a regular expression, and not a division. */
const before = new Set('(,=:[!&|?{};>'.split(''));

/**
 * The regular expressions written in a source of TypeScript. Reads past comments, texts and templates; what stands within
 * a template's braces is read as source.
 */
export function expressionsIn(source: string): RegExp[] {
  const found: RegExp[] = [];
  const templates: number[] = [];
  let last = ';';
  let braces = 0;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at);
    const two = source.slice(at, at + 2);
    if (two === '//') at = endOf(source, '\n', at);
    else if (two === '/*') at = endOf(source, '*/', at + 2) + 1;
    else if (sign === "'" || sign === '"') at = closing(source, sign, at + 1);
    else if (sign === '`' || (sign === '}' && templates.at(-1) === braces)) {
      if (sign === '}') templates.pop();
      at = endOfTemplate(source, at + 1);
      if (source.charAt(at) === '{') templates.push(braces);
    } else if (sign === '/' && (before.has(last) || /\breturn\s*$/.test(source.slice(Math.max(0, at - 10), at)))) {
      const end = closing(source, '/', at + 1);
      const flags = /^[a-z]*/.exec(source.slice(end + 1))?.[0] ?? '';
      found.push(new RegExp(source.slice(at + 1, end), flags));
      at = end + flags.length;
    } else if (sign === '{') braces += 1;
    else if (sign === '}') braces -= 1;
    if (!/\s/.test(sign)) last = sign === '`' || sign === '"' || sign === "'" ? 'x' : sign;
  }
  return found;
}

function endOf(source: string, mark: string, from: number): number {
  const end = source.indexOf(mark, from);
  return end === -1 ? source.length : end;
}

/** Where a text, or a regular expression, ends: within a class of characters a slash is only a slash. */
function closing(source: string, mark: string, from: number): number {
  let isInClass = false;
  for (let at = from; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if (sign === '\\') at += 1;
    else if (mark === '/' && sign === '[') isInClass = true;
    else if (mark === '/' && sign === ']') isInClass = false;
    else if (sign === mark && !isInClass) return at;
  }
  throw new Error('This text has no end.');
}

/** The closing backtick, or the brace in which source begins. */
function endOfTemplate(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    if (source.charAt(at) === '\\') at += 1;
    else if (source.charAt(at) === '`') return at;
    else if (source.startsWith('${', at)) return at + 1;
  }
  throw new Error('This template has no end.');
}
