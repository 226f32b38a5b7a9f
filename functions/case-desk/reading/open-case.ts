import { defanged } from '#shared/contracts/http/staff/defanged.ts';
import type { ReportAddresses } from '#shared/domain/report/report-parts.ts';
import type { SealedMessage, SealedNote, SealedReader } from '#shared/ports/case-store.ts';
import type { KeyOpener } from '#shared/ports/sealing.ts';
import { openField } from '#shared/sealing/sealed-field.ts';
import { unwrapThreadKey } from '#shared/sealing/thread-key.ts';

export interface OpenCaseDeps {
  sealed: SealedReader;
  keys: KeyOpener;
}

type Json = Readonly<Record<string, unknown>>;

/** A case whose keys are open: the report, and the means to open its messages and notes. */
export interface OpenedCase {
  narrative?: string;
  details: unknown;
  /** Those of the report. Absent where there are none, or where the reader may not see them. */
  addresses?: ReportAddresses;
  /** Whether the report has addresses, seen or not. */
  hasAddresses: boolean;
  message: (sealed: SealedMessage) => Json;
  addressesOf: (sealed: SealedMessage) => ReportAddresses | undefined;
  note: (sealed: SealedNote) => Json;
}

/**
 * Opens the report, and the keys of its thread and notes. Addresses are opened only for those who may see them. For
 * others the key of the report's addresses is not opened, and addresses that came with messages stay sealed. Throws
 * `SealBroken`, `KeysUnavailable`, and an error when rows or keys of the case are gone.
 */
export async function openCase(
  { sealed, keys }: OpenCaseDeps,
  caseId: string,
  { withAddresses }: { withAddresses: boolean },
): Promise<OpenedCase> {
  const [report, wrapped] = await Promise.all([sealed.report(caseId), sealed.wrappedKeys(caseId)]);
  if (report === undefined || wrapped === undefined)
    throw new Error('The sealed rows or the keys of this case are gone.');
  const wrappedUrls = withAddresses ? wrapped.urls : undefined;
  const [content, urls] = await Promise.all([
    keys.open(caseId, 'content', wrapped.content),
    wrappedUrls === undefined ? undefined : keys.open(caseId, 'urls', wrappedUrls),
  ]);
  const open = (key: Uint8Array, field: string, text: string): string =>
    openField(key, text, { caseId, field, revision: 1 });
  const addressesIn = (key: Uint8Array, field: string, text: string) =>
    JSON.parse(open(key, field, text)) as ReportAddresses;
  const threadKey = unwrapThreadKey(content, wrapped.threadForStaff, { caseId, holder: 'staff' });
  return {
    ...(report.narrative === undefined ? {} : { narrative: open(content, 'narrative', report.narrative) }),
    details: JSON.parse(open(content, 'details', report.details)) as unknown,
    ...(urls === undefined || report.addresses === undefined
      ? {}
      : { addresses: addressesIn(urls, 'addresses', report.addresses) }),
    hasAddresses: report.addresses !== undefined,
    message: ({ number, from, at, sealed: text, answers }) => ({
      number,
      from,
      at,
      text: open(threadKey, `message-${number}`, text),
      ...(answers === undefined ? {} : (JSON.parse(open(threadKey, `message-${number}-answers`, answers)) as object)),
    }),
    addressesOf: ({ number, addresses }) =>
      withAddresses && addresses !== undefined
        ? addressesIn(threadKey, `message-${number}-addresses`, addresses)
        : undefined,
    note: ({ number, by, at, sealed: text }) => ({ number, by, at, text: open(content, `note-${number}`, text) }),
  };
}

/** The key that seals the notes, and everything else that only staff may open. */
export async function openContentKey({ sealed, keys }: OpenCaseDeps, caseId: string): Promise<Uint8Array> {
  const wrapped = await sealed.wrappedKeys(caseId);
  if (wrapped === undefined) throw new Error('The sealed rows or the keys of this case are gone.');
  return keys.open(caseId, 'content', wrapped.content);
}

/** The key that seals the thread of a case, for a message of the centre. */
export async function openThreadKey({ sealed, keys }: OpenCaseDeps, caseId: string): Promise<Uint8Array> {
  const wrapped = await sealed.wrappedKeys(caseId);
  if (wrapped === undefined) throw new Error('The sealed rows or the keys of this case are gone.');
  const content = await keys.open(caseId, 'content', wrapped.content);
  return unwrapThreadKey(content, wrapped.threadForStaff, { caseId, holder: 'staff' });
}

/** Addresses and handles, changed so that no program makes a link of them. */
export function harmless({ urls, accounts }: ReportAddresses): ReportAddresses {
  return {
    urls: urls.map(defanged),
    accounts: accounts.map((account) => ({ ...account, handle: defanged(account.handle) })),
  };
}
