import { hasClass, textIn, treeOf, within, type PageElement } from './html-tree.ts';

/** A time on a page, in words, and what happens then. */
export interface TimeOnPage {
  what: string;
  words: string;
}

/** What the page of a receipt says. */
export interface ReceiptOnPage {
  receipt: string;
  nextStep: string;
  keep: string;
  /** Until when it is read, handled and resolved, as far as it is told. */
  times: readonly TimeOnPage[];
}

/** What the page of a thread says. */
export interface ThreadOnPage {
  /** How it stands, with what was missed at its end. */
  status: readonly string[];
  /** Whether something is told as missed, before all else. */
  isMissTold: boolean;
  /** What became of the last step. */
  notice: string | undefined;
  messages: readonly { from: 'you' | 'centre'; head: string; text: string }[];
  sharedWith: readonly string[];
  /** Times that are promised or told, in words. */
  times: readonly string[];
  /** What the buttons say in `go`. */
  buttons: readonly string[];
}

/** A code as a page writes it. */
export const codeForm = /\b(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]\b/gu;

/** Every code that stands anywhere in a page. */
export const codesOn = (page: string): ReadonlySet<string> => new Set(page.match(codeForm) ?? []);

/** What a page says of a report that was taken; undefined where it is no receipt. */
export function receiptOn(page: string): ReceiptOnPage | undefined {
  const main = mainOf(page);
  const parts = partsOf(main);
  const codeAt = parts.findIndex((part) => part.tag !== 'details' && within(part).some((one) => hasClass(one, 'code')));
  const code = within(main).find((one) => hasClass(one, 'code'));
  if (code === undefined || codeAt < 1 || buttonsIn(main).includes('lock')) return undefined;
  return {
    receipt: textIn(code),
    nextStep: textOf(parts.find(isPlainParagraph)),
    keep: textOf(parts.slice(codeAt + 1).find(isPlainParagraph)),
    times: timesIn(main),
  };
}

/** What a page says of a thread; undefined where it is none. */
export function threadOn(page: string): ThreadOnPage | undefined {
  const main = mainOf(page);
  const all = within(main);
  const parts = partsOf(main);
  const buttons = buttonsIn(main);
  const headingAt = parts.findIndex(({ tag }) => tag === 'h1');
  if (headingAt < 0 || !buttons.includes('lock')) return undefined;
  const rest = parts.slice(headingAt + 1);
  const end = rest.findIndex(({ tag }) => tag !== 'p');
  const missed = all.filter((one) => hasClass(one, 'warn') && one.attributes['role'] === undefined).map(textIn);
  const notice = all.find(({ attributes }) => attributes['role'] === 'status');
  const lists = all.filter(({ tag }) => tag === 'ul' || tag === 'ol');
  const itemsOf = (isOfThread: boolean): PageElement[] =>
    lists.flatMap((list) =>
      hasClass(list, 'phones') || hasClass(list, 'thread') !== isOfThread ? [] : partsOf(list).filter(isItem),
    );
  return {
    status: [textOf(parts[headingAt]), ...rest.slice(0, end).filter(isPlainParagraph).map(textIn), ...missed],
    isMissTold: missed.length > 0,
    notice: notice === undefined ? undefined : textIn(notice),
    messages: itemsOf(true).map((one) => ({
      from: hasClass(one, 'you') ? 'you' : 'centre',
      head: textOf(partsOf(one)[0]),
      text: textOf(partsOf(one).at(-1)),
    })),
    sharedWith: itemsOf(false).map(textIn),
    times: timesIn(main).map(({ words }) => words),
    buttons,
  };
}

function mainOf(page: string): PageElement {
  return within(treeOf(page)).find(({ tag }) => tag === 'main') ?? { tag: 'main', attributes: {}, inside: [] };
}

/** The elements that stand in another one itself. */
const partsOf = ({ inside }: PageElement): PageElement[] => inside.filter((one) => typeof one !== 'string');

const isItem = ({ tag }: PageElement): boolean => tag === 'li';
/** Rows of buttons, hints and links have a class. What is said has none. */
const isPlainParagraph = ({ tag, attributes }: PageElement): boolean => tag === 'p' && !('class' in attributes);

const buttonsIn = (of: PageElement): string[] =>
  within(of)
    .filter(({ tag, attributes }) => tag === 'button' && attributes['name'] === 'go')
    .map(({ attributes }) => attributes['value'] ?? '');

/** What happens when: each name with its time. */
function timesIn(main: PageElement): TimeOnPage[] {
  const texts = within(main).filter(({ tag }) => tag === 'dt' || tag === 'dd');
  return texts.flatMap((one, at) => (one.tag === 'dd' ? [{ what: textOf(texts[at - 1]), words: textIn(one) }] : []));
}

const textOf = (one: PageElement | undefined): string => (one === undefined ? '' : textIn(one));
