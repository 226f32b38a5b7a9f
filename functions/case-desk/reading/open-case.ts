import { defanged } from '#shared/contracts/http/staff/defanged.ts';
import type { ReportAddresses } from '#shared/domain/report/report-parts.ts';
import type { SealedReader } from '#shared/ports/case-store.ts';
import type { KeyOpener } from '#shared/ports/sealing.ts';
import { openField } from '#shared/sealing/sealed-field.ts';
import { unwrapThreadKey } from '#shared/sealing/thread-key.ts';

export interface OpenCaseDeps {
  sealed: SealedReader;
  keys: KeyOpener;
}

/**
 * Opens the report and the thread. Addresses are opened only for those who may see them. For others the key of the
 * report's addresses is not opened, and addresses that came with messages stay sealed. Both kinds are one list, the
 * report's first. Throws `SealBroken`, `KeysUnavailable`, and an error when rows or keys of the case are gone.
 */
export async function openCase(
  { sealed, keys }: OpenCaseDeps,
  caseId: string,
  {
    withAddresses,
    asTyped = false,
  }: { withAddresses: boolean; /** As they were typed, not defanged. */ asTyped?: boolean },
): Promise<Readonly<Record<string, unknown>>> {
  const [report, wrapped, thread, notes] = await Promise.all([
    sealed.report(caseId),
    sealed.wrappedKeys(caseId),
    sealed.messages(caseId),
    sealed.notes(caseId),
  ]);
  if (report === undefined || wrapped === undefined)
    throw new Error('The sealed rows or the keys of this case are gone.');
  const wrappedUrls = withAddresses ? wrapped.urls : undefined;
  const [content, urls] = await Promise.all([
    keys.open(caseId, 'content', wrapped.content),
    wrappedUrls === undefined ? undefined : keys.open(caseId, 'urls', wrappedUrls),
  ]);
  const open = (key: Uint8Array, field: string, text: string): string =>
    openField(key, text, { caseId, field, revision: 1 });
  const shown = asTyped ? (of: ReportAddresses) => of : harmless;
  const threadKey = unwrapThreadKey(content, wrapped.threadForStaff, { caseId, holder: 'staff' });
  const hasAddresses = [report, ...thread].some((sealedPart) => sealedPart.addresses !== undefined);
  const addressesIn = (key: Uint8Array, field: string, text: string) =>
    JSON.parse(open(key, field, text)) as ReportAddresses;
  const addresses = [
    ...(urls === undefined || report.addresses === undefined ? [] : [addressesIn(urls, 'addresses', report.addresses)]),
    ...thread.flatMap(({ number, addresses: added }) =>
      withAddresses && added !== undefined ? [addressesIn(threadKey, `message-${number}-addresses`, added)] : [],
    ),
  ];
  return {
    ...(report.narrative === undefined ? {} : { narrative: open(content, 'narrative', report.narrative) }),
    details: JSON.parse(open(content, 'details', report.details)) as unknown,
    ...(addresses.length > 0 ? { addresses: shown(together(addresses)) } : {}),
    ...(withAddresses || !hasAddresses ? {} : { addressesWithheld: 'clearance' }),
    messages: thread.map(({ number, from, at, sealed: text, answers }) => ({
      number,
      from,
      at,
      text: open(threadKey, `message-${number}`, text),
      ...(answers === undefined ? {} : (JSON.parse(open(threadKey, `message-${number}-answers`, answers)) as object)),
    })),
    notes: notes.map(({ number, by, at, sealed: text }) => ({
      number,
      by,
      at,
      text: open(content, `note-${number}`, text),
    })),
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

function together(parts: readonly ReportAddresses[]): ReportAddresses {
  return { urls: parts.flatMap(({ urls }) => urls), accounts: parts.flatMap(({ accounts }) => accounts) };
}

/** Addresses and handles, changed so that no program makes a link of them. */
export function harmless({ urls, accounts }: ReportAddresses): ReportAddresses {
  return {
    urls: urls.map(defanged),
    accounts: accounts.map((account) => ({ ...account, handle: defanged(account.handle) })),
  };
}
