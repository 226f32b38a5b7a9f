import { effect, signal, type Signal } from '@preact/signals';
import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { CommandAnswer, CopyShown, OpenedCase } from '../api/answers.ts';
import { session } from '../sign-in/session.ts';

/*
 * The texts that are open in this window. They are in memory only. They go when the case is left, when the page is
 * covered, and when nobody has touched the page for a while.
 */

export type ReadReason = NonNullable<CommandBodies['read']['reason']>;

export interface OpenedText {
  text: OpenedCase;
  /** Why it was opened. Another page of it is opened for the same reason. */
  reason: ReadReason | undefined;
  /** It counts for whoever reads much that is hard. */
  isHard: boolean;
}

/** The texts of linked cases, each with its number. */
export type LinkedTexts = CommandAnswer<'linkedReading'>['cases'];

/** After so long without a touch, what is open is closed. Source: docs/design.md, Console. */
const untouchedMs = 15 * 60_000;

/** A copy that is open beside the text: what a referral or a notice gives, or a letter as HTML. */
export type OpenedCopy =
  | { kind: 'preview'; of: string; digest: string; copy: CopyShown; isWithheld: boolean }
  | {
      kind: 'sent';
      copy: CopyShown | undefined;
      isWithheld: boolean;
      saidBy: Readonly<Record<string, string>>;
      thread: CommandAnswer<'referralReading'>['thread'];
    }
  | { kind: 'letter'; html: string }
  | { kind: 'notice'; text: string };

/** Somebody chose to read. What stands before the text then gets the focus. */
export const gateIsWanted = signal(false);

/** What is open of one case. */
interface Open {
  text: Signal<OpenedText | undefined>;
  linked: Signal<LinkedTexts | undefined>;
  /** By what they are copies of, such as a referral. */
  copies: Signal<ReadonlyMap<string, OpenedCopy>>;
  /** The person has opened these veiled paragraphs. */
  lifted: Signal<ReadonlySet<string>>;
}

const none: ReadonlySet<string> = new Set();
const noCopies: ReadonlyMap<string, OpenedCopy> = new Map();
const opened = new Map<string, Open>();

function openOf(number: string): Open {
  const known = opened.get(number);
  if (known !== undefined) return known;
  const made: Open = {
    text: signal(undefined),
    linked: signal(undefined),
    copies: signal(noCopies),
    lifted: signal(none),
  };
  opened.set(number, made);
  return made;
}

export function openedText(number: string): Signal<OpenedText | undefined> {
  return openOf(number).text;
}

export function openedLinked(number: string): Signal<LinkedTexts | undefined> {
  return openOf(number).linked;
}

/** Whether any text is open on the page of this case. */
export function hasText(number: string): boolean {
  const { text, linked, copies } = openOf(number);
  return text.value !== undefined || linked.value !== undefined || copies.value.size > 0;
}

/** Whether a text is open that counts for whoever reads much that is hard. Linked texts always do. */
export function hasHardText(): boolean {
  return [...opened.values()].some(({ text, linked }) => text.value?.isHard === true || linked.value !== undefined);
}

/** Keeps what the API opened. The page of the thread or of the notes that was open before gives way to it. */
export function keepText(number: string, text: OpenedText): void {
  openedText(number).value = text;
}

/** Keeps the texts of linked cases beside those that are open. */
export function keepLinked(number: string, texts: LinkedTexts): void {
  openedLinked(number).value = [...(openedLinked(number).value ?? []), ...texts];
}

/** A copy that is open, by what it is a copy of. */
export function openedCopy<K extends OpenedCopy['kind']>(
  number: string,
  kind: K,
  of: string,
): Extract<OpenedCopy, { kind: K }> | undefined {
  const known = openOf(number).copies.value.get(`${kind} ${of}`);
  return known?.kind === kind ? (known as Extract<OpenedCopy, { kind: K }>) : undefined;
}

export function keepCopy(number: string, of: string, copy: OpenedCopy): void {
  const { copies } = openOf(number);
  copies.value = new Map([...copies.value, [`${copy.kind} ${of}`, copy]]);
}

export function dropCopy(number: string, kind: OpenedCopy['kind'], of: string): void {
  const { copies } = openOf(number);
  copies.value = new Map([...copies.value].filter(([key]) => key !== `${kind} ${of}`));
}

export function isLifted(number: string, paragraph: string): boolean {
  return openOf(number).lifted.value.has(paragraph);
}

/** Opens or covers one veiled paragraph. */
export function liftVeil(number: string, paragraph: string, isOpen: boolean): void {
  const { lifted } = openOf(number);
  const next = new Set(lifted.value);
  if (isOpen) next.add(paragraph);
  else next.delete(paragraph);
  lifted.value = next;
}

export function dropLinked(number: string): void {
  openedLinked(number).value = undefined;
}

/** Forgets all that was opened of a case, and which paragraphs were. */
export function dropText(number: string): void {
  const { text, linked, copies, lifted } = openOf(number);
  text.value = undefined;
  linked.value = undefined;
  copies.value = noCopies;
  lifted.value = none;
}

function dropAll(): void {
  for (const number of opened.keys()) dropText(number);
}

effect(() => {
  if (session.value !== 'signed_in') dropAll();
});

let touchedAt = Date.now();
for (const name of ['pointerdown', 'keydown', 'scroll'] as const) {
  addEventListener(
    name,
    () => {
      touchedAt = Date.now();
    },
    { capture: true, passive: true },
  );
}
setInterval(() => {
  if (Date.now() - touchedAt > untouchedMs) dropAll();
}, 5_000);
