import type { Case } from '#shared/domain/case/case.ts';
import { isKeptOut } from '#shared/domain/case/exclusions.ts';
import { contactDuty } from '#shared/domain/case/referral.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { accessDays, hasRunOut, mostCodesIssued } from '#shared/domain/referrals/desk/access.ts';
import { plusDays } from '#shared/domain/time/instant.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { DeskChange, IssuedAccess, KnownAccess, KnownAccesses } from '#shared/ports/case-store.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { DataKey, DeskMac, KeyMaker } from '#shared/ports/sealing.ts';
import {
  accessCodeFrom,
  deriveAccess,
  macMessage,
  placeOfAccessCode,
  wrapCopyKey,
} from '#shared/sealing/desk-access.ts';
import { sealField } from '#shared/sealing/sealed-field.ts';

export interface IssueAccessDeps {
  /** Whether institutions open by code what they were sent. While they do not, no code is issued. */
  isDeskOpen: boolean;
  accesses: KnownAccesses;
  /** Makes access codes. */
  deskMac: DeskMac;
  keyMaker: KeyMaker;
  directory: Pick<Directory, 'holders'>;
  country: Pick<CountryPack, 'loadReferrals'>;
}

/**
 * Issues an access code for each contact who gets a mail about a referral. The code before it, where there was one, is
 * gone. Nobody of the centre sees a code: it is sealed until its letter leaves. `openCopyKey` opens the key
 * that the copy is sealed under. With `onlyRunOut`, codes that open something for a while yet stay as they are.
 */
export async function issueAccess(
  deps: IssueAccessDeps,
  of: Case,
  id: string,
  openCopyKey: () => Promise<Uint8Array>,
  now: Instant,
  { onlyRunOut = false } = {},
): Promise<DeskChange> {
  if (!deps.isDeskOpen) return {};
  const { caseId } = of;
  const referral = of.referrals?.find((one) => one.id === id);
  if (referral === undefined) throw new Error('The referral is not there.');
  const [held, known] = await Promise.all([contactsOf(deps, of, referral, now), deps.accesses.ofReferral(caseId, id)]);
  const present = await Promise.all(
    held.map(async (contact) => {
      const before = known.find((one) => one.contact === contact);
      const access = onlyRunOut && before !== undefined ? await deps.accesses.access(before.lookup) : undefined;
      return { contact, before, access };
    }),
  );
  const contacts = present.filter(({ access }) => access === undefined || hasRunOut(access, now));
  if (contacts.length === 0) return {};
  // One key for all letters of this change. It opens nothing once they have left.
  const [copyKey, letterKey] = await Promise.all([openCopyKey(), deps.keyMaker.make(caseId, 'access')]);
  const issued = contacts.map(({ contact, before }) =>
    issueOne(deps.deskMac, { caseId, referral: id, contact, before, copyKey, letterKey }, now),
  );
  return { issued: await Promise.all(issued) };
}

/** Directory ids of those who get the mail, as notification finds them. */
async function contactsOf(
  { directory, country }: IssueAccessDeps,
  of: Case,
  { institution, contact }: Referral,
  now: Instant,
): Promise<string[]> {
  const [held, { institutions }] = await Promise.all([
    directory.holders([contactDuty(institution)], now),
    country.loadReferrals(),
  ]);
  const isLocal = institutions.some(({ code, isLocal: local }) => code === institution && local === true);
  return held
    .map(({ id }) => id)
    .filter((id) => (contact === undefined ? !isLocal : id === contact) && !isKeptOut(of, id))
    .slice(0, mostCodesIssued);
}

interface ToIssue {
  caseId: string;
  referral: string;
  contact: string;
  before: KnownAccess | undefined;
  copyKey: Uint8Array;
  letterKey: DataKey;
}

async function issueOne(
  deskMac: DeskMac,
  { caseId, referral, contact, before, copyKey, letterKey }: ToIssue,
  now: Instant,
): Promise<IssuedAccess> {
  const of = { caseId, referral, contact, issue: (before?.issue ?? 0) + 1 };
  const code = accessCodeFrom(await deskMac(macMessage(of)));
  const { lookup, copyWrap } = deriveAccess(code);
  return {
    access: { ...of, lookup, expiresAt: plusDays(now, accessDays), version: 1 },
    copyKey: wrapCopyKey(copyWrap, copyKey, of),
    letter: { sealed: sealField(letterKey.plain, code, placeOfAccessCode(of)), wrappedKey: letterKey.wrapped },
    ...(before === undefined ? {} : { before: before.lookup }),
  };
}
