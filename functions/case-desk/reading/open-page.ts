import {
  lastThatFit,
  largestPage,
  mostOnPage,
  smallerPage,
  thoseThatFit,
} from '#shared/contracts/http/page-of-thread.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { defanged } from '#shared/contracts/http/staff/defanged.ts';
import type { TextLink } from '#shared/domain/report/addresses-in-text.ts';
import type { SealedMessage } from '#shared/ports/case-store.ts';
import { reissueView } from './case-view.ts';
import { openCase } from './open-case.ts';
import type { OpenCaseDeps, OpenedAddresses, OpenedCase, OpenedText } from './open-case.ts';
import { isWithheldIn, shownText, shownWithin } from '#shared/use-cases/referrals/shown-text.ts';

type Json = Readonly<Record<string, unknown>>;

export interface PageAsked {
  /** Whether the reader may see addresses. Accounts are never withheld. */
  withAddresses: boolean;
  /** For a file and not for a screen: addresses as typed, and no positions of those within texts. */
  asTyped?: true;
  /** The first message of the page. By default the page holds the newest, and every unread one that fits. */
  fromMessage?: number | undefined;
  /** The number of the first message that nobody has read. Absent when all are read. */
  firstUnread?: number | undefined;
  /** The first note of the page. By default it holds the newest. */
  fromNote?: number | undefined;
  /** How many bytes the messages take, with what came with them. */
  bytes?: number;
  /** The same for notes. */
  noteBytes?: number;
}

/** What was opened, and from which message to which. Of an empty thread it is from 1 to 0. */
export interface OpenedPage {
  from: number;
  to: number;
  body: Json;
}

interface OpenedMessage {
  sealed: SealedMessage;
  message: ShownMessage;
  addresses?: OpenedAddresses | undefined;
}

/**
 * Opens the report, and a page of its thread and of its notes: all of them, up to 300 each. Of a longer thread it
 * begins at the first unread message or before it. What was not shown is counted: `earlierMessages`, `laterMessages`.
 * Throws what `openCase` throws.
 */
export async function openPage(deps: OpenCaseDeps, of: Case, asked: PageAsked): Promise<OpenedPage> {
  const { caseId, messageCount, noteCount = 0 } = of;
  const opened = await openCase(deps, caseId, asked);
  const [messages, notes] = await Promise.all([
    messagesOfPage(deps, of, opened, asked),
    notesOfPage(deps, of, opened, asked),
  ]);
  const from = messages[0]?.sealed.number ?? 1;
  const to = from + messages.length - 1;
  const before = from > 1 ? await addressesBefore(deps, caseId, opened, from) : undefined;
  const firstNote = Number(notes[0]?.['number'] ?? 1);
  const narrative: ShownNarrative = opened.narrative === undefined ? {} : narrativeShown(opened.narrative, asked);
  const details = shownWithin(opened.details, asked.withAddresses);
  const isWithheld =
    [opened.addresses, ...messages.map(({ addresses }) => addresses)].some((some) => some?.isWithheld === true) ||
    isWithheldIn({ links: narrative.narrativeLinks ?? [] }) ||
    [...messages.map(({ message }) => message), ...notes].some(isWithheldIn) ||
    JSON.stringify(details) !== JSON.stringify(opened.details);
  return {
    from,
    to,
    body: {
      ...narrative,
      details,
      ...addressesToShow(opened, messages, before, asked),
      ...(isWithheld ? { addressesWithheld: 'clearance' } : {}),
      messages: messages.map(({ message }) => message),
      ...counted('earlierMessages', from - 1),
      ...counted('laterMessages', messageCount - to),
      notes,
      ...counted('earlierNotes', firstNote - 1),
      ...counted('laterNotes', noteCount - (firstNote + notes.length - 1)),
    },
  };
}

type Shown = Pick<PageAsked, 'withAddresses' | 'asTyped'>;
/** A message or a note, with the positions of the addresses in its text. */
type ShownMessage = OpenedText & { links?: readonly TextLink[] };

interface ShownNarrative {
  narrative?: string;
  narrativeLinks?: readonly TextLink[];
}

/** The narrative, with the positions of its addresses beside it. */
function narrativeShown(typed: string, asked: Shown): ShownNarrative {
  const { text, links } = textShown({ text: typed }, asked);
  return { narrative: text, ...(links === undefined ? {} : { narrativeLinks: links }) };
}

/** A message or a note as it is shown. A file has it as typed; without clearance, addresses are missing there too. */
function textShown<T extends { text: string }>(
  opened: T,
  { withAddresses, asTyped }: Shown,
): T & { links?: readonly TextLink[] } {
  if (withAddresses && asTyped === true) return opened;
  return { ...opened, ...shownText(opened.text, withAddresses) };
}

/** Absent where there are none, so that the answer about a short thread is the plain one. */
function counted(name: string, count: number): Json {
  return count > 0 ? { [name]: count } : {};
}

async function messagesOfPage(
  { sealed }: OpenCaseDeps,
  of: Case,
  opened: OpenedCase,
  asked: PageAsked,
): Promise<OpenedMessage[]> {
  const { fromMessage, firstUnread, bytes = largestPage } = asked;
  const { caseId, messageCount: newest } = of;
  const open = (message: SealedMessage): OpenedMessage => ({
    sealed: message,
    message: {
      ...textShown(opened.message(message), asked),
      ...(message.from === 'reporter' ? reissueView(of, message.number) : {}),
    },
    addresses: opened.addressesOf(message),
  });
  const shown = ({ message, addresses }: OpenedMessage): unknown => [message, addresses];
  const pageFrom = async (first: number): Promise<OpenedMessage[]> => {
    const from = withinThread(first, newest);
    const found = await sealed.messages(caseId, { from, to: Math.min(newest, from + mostOnPage - 1) });
    return thoseThatFit(found.map(open), bytes, shown);
  };
  if (fromMessage !== undefined) return pageFrom(fromMessage);
  const last = await sealed.messages(caseId, { from: Math.max(1, newest - mostOnPage + 1), to: newest });
  const page = lastThatFit(last.map(open), bytes, shown);
  // The newest are not all that is unread: then the page begins where reading stopped.
  const isBefore = firstUnread !== undefined && firstUnread < (page[0]?.sealed.number ?? 1);
  return isBefore ? pageFrom(firstUnread) : page;
}

function withinThread(number: number, newest: number): number {
  return Math.max(1, Math.min(number, newest));
}

async function notesOfPage(
  { sealed }: OpenCaseDeps,
  { caseId, noteCount: newest = 0 }: Pick<Case, 'caseId' | 'noteCount'>,
  opened: OpenedCase,
  { fromNote, noteBytes = smallerPage, ...asked }: PageAsked,
): Promise<ShownMessage[]> {
  const from = fromNote === undefined ? Math.max(1, newest - mostOnPage + 1) : withinThread(fromNote, newest);
  const found = await sealed.notes(caseId, { from, to: Math.min(newest, from + mostOnPage - 1) });
  const notes = found.map((note) => textShown(opened.note(note), asked));
  return fromNote === undefined ? lastThatFit(notes, noteBytes) : thoseThatFit(notes, noteBytes);
}

/**
 * The addresses and accounts of the report and of the page, as one list. A referral ticks them by their positions in the
 * whole case. When the page does not begin with the thread, the positions come beside them. On a screen no program makes
 * a link of an address. An account name is no link, and always as typed. Source: docs/practice.md, Referral.
 */
function addressesToShow(
  opened: OpenedCase,
  messages: readonly OpenedMessage[],
  before: Counts | undefined,
  { withAddresses, asTyped }: Shown,
): Json {
  const own = opened.addresses ?? none;
  const added = together(messages.flatMap((one) => one.addresses ?? []));
  const all = together([own, added]);
  if (all.urls.length + all.accounts.length === 0) return {};
  const placed = (kind: keyof Counts): number[] => [
    ...own[kind].keys(),
    ...[...added[kind].keys()].map((index) => own[kind].length + (before?.[kind] ?? 0) + index),
  ];
  const urls = asTyped === true ? all.urls : all.urls.map(defanged);
  const positions = {
    ...(withAddresses ? { urls: placed('urls') } : {}),
    accounts: placed('accounts'),
  };
  return {
    addresses: { ...(withAddresses ? { urls } : {}), accounts: all.accounts },
    ...(before === undefined ? {} : { addressPositions: positions }),
  };
}

type Counts = Record<'urls' | 'accounts', number>;
type Addresses = Pick<OpenedAddresses, 'urls' | 'accounts'>;

const none: Addresses = { urls: [], accounts: [] };

function together(parts: readonly Addresses[]): Addresses {
  return { urls: parts.flatMap(({ urls }) => urls), accounts: parts.flatMap(({ accounts }) => accounts) };
}

/** How many addresses and accounts came with the messages before this one. */
async function addressesBefore(deps: OpenCaseDeps, caseId: string, opened: OpenedCase, first: number): Promise<Counts> {
  const counts = { urls: 0, accounts: 0 };
  for await (const messages of pagesOfThread(deps, caseId, first - 1)) {
    for (const { urls, accounts } of messages.flatMap((message) => opened.addressesOf(message) ?? [])) {
      counts.urls += urls.length;
      counts.accounts += accounts.length;
    }
  }
  return counts;
}

/** How many messages a walk through a whole thread holds at once. */
const atOnce = 50;

/** The thread from its beginning, page by page. What walks it holds no more than a page. */
export async function* pagesOfThread(
  { sealed }: Pick<OpenCaseDeps, 'sealed'>,
  caseId: string,
  messageCount: number,
): AsyncGenerator<SealedMessage[]> {
  for (let from = 1; from <= messageCount; from += atOnce) {
    yield await sealed.messages(caseId, { from, to: Math.min(messageCount, from + atOnce - 1) });
  }
}
