import type { ReportAddresses } from '#shared/domain/report/report-parts.ts';
import type { SealedMessage, SealedNote, SealedReader, SealedUnit } from '#shared/ports/case-store.ts';
import type { KeyOpener } from '#shared/ports/sealing.ts';
import { openField } from '#shared/sealing/sealed-field.ts';
import { placeOfUnit, unwrapThreadKey } from '#shared/sealing/thread-key.ts';

export interface OpenCaseDeps {
  sealed: SealedReader;
  keys: KeyOpener;
}

type Json = Readonly<Record<string, unknown>>;

/** The addresses and accounts of a report or a message, as typed. */
export interface OpenedAddresses extends ReportAddresses {
  /** There are addresses, and the reader may not see them: `urls` is empty. Accounts are never withheld. */
  isWithheld?: true;
}

/** A case whose keys are open: the report, and the means to open its messages and notes. All is as typed. */
export interface OpenedCase {
  narrative?: string;
  details: unknown;
  /** Those of the report. Absent where there are none. */
  addresses?: OpenedAddresses;
  message: (sealed: SealedMessage) => OpenedText;
  addressesOf: (sealed: SealedMessage) => OpenedAddresses | undefined;
  note: (sealed: SealedNote) => OpenedText;
  unit: (sealed: SealedUnit) => string;
}

/** A message or a note: its text, and what stands beside it. */
export type OpenedText = Json & { text: string };

/**
 * Opens the report, and the keys of its thread and notes. Addresses go no further than here for those who may not see
 * them; account names do. Addresses inside texts are another matter: see `shown-text.ts`. Throws `SealBroken`,
 * `KeysUnavailable`, and an error when rows or keys of the case are gone.
 */
export async function openCase(
  { sealed, keys }: OpenCaseDeps,
  caseId: string,
  { withAddresses }: { withAddresses: boolean },
): Promise<OpenedCase> {
  const [report, wrapped] = await Promise.all([sealed.report(caseId), sealed.wrappedKeys(caseId)]);
  if (report === undefined || wrapped === undefined)
    throw new Error('The sealed rows or the keys of this case are gone.');
  const [content, urls] = await Promise.all([
    keys.open(caseId, 'content', wrapped.content),
    wrapped.urls === undefined ? undefined : keys.open(caseId, 'urls', wrapped.urls),
  ]);
  const open = (key: Uint8Array, field: string, text: string): string =>
    openField(key, text, { caseId, field, revision: 1 });
  const addressesIn = (key: Uint8Array, field: string, text: string): OpenedAddresses => {
    const all = JSON.parse(open(key, field, text)) as ReportAddresses;
    return withAddresses || all.urls.length === 0 ? all : { urls: [], accounts: all.accounts, isWithheld: true };
  };
  const threadKey = unwrapThreadKey(content, wrapped.threadForStaff, { caseId, holder: 'staff' });
  return {
    ...(report.narrative === undefined ? {} : { narrative: open(content, 'narrative', report.narrative) }),
    details: JSON.parse(open(content, 'details', report.details)) as unknown,
    ...(urls === undefined || report.addresses === undefined
      ? {}
      : { addresses: addressesIn(urls, 'addresses', report.addresses) }),
    message: ({ number, from, at, sealed: text, answers }) => ({
      number,
      from,
      at,
      text: open(threadKey, `message-${number}`, text),
      ...(answers === undefined ? {} : (JSON.parse(open(threadKey, `message-${number}-answers`, answers)) as object)),
    }),
    addressesOf: ({ number, addresses }) =>
      addresses === undefined ? undefined : addressesIn(threadKey, `message-${number}-addresses`, addresses),
    unit: ({ id, sealed: name }) => openField(threadKey, name, placeOfUnit(caseId, id)),
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
