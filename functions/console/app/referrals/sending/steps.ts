import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import {
  disclosureFields,
  notToldFirstReasons,
  overrideReasons,
  sharingGrounds,
  type DisclosureField,
  type SharingGround,
} from '#shared/domain/case/referral.ts';
import { hasBlank } from '#shared/domain/console/ready-sentences.ts';
import type { ReferralLine } from '../../api/answers.ts';

/** The steps of sending. The last shows the copy and sends it. */
export type StepName = 'fields' | 'addresses' | 'ground' | 'copy';

/** What somebody chooses while sending. */
export interface SendingFields {
  step: StepName;
  fields: readonly string[];
  /** Positions in the whole case, as the API counts them. */
  addresses: readonly string[];
  accounts: readonly string[];
  ground: string;
  overrideBecause: string;
  basis: string;
  /** `write`, or why the reporter is not told first. */
  tell: string;
  message: string;
  unit: string;
  contact: string;
  way: string;
  /** Who answered the call. */
  name: string;
}

type Asked = Pick<ReferralLine, 'wish' | 'addressesOnly'>;

/**
 * What the reporter said about this institution. `against`: told no. `unasked`: wants to be asked first. `allowed`: said
 * yes. `none`: nobody asks about such an institution. Source: docs/practice.md, Wishes.
 */
export function standingOfWish({ wish, addressesOnly }: Asked): 'against' | 'unasked' | 'allowed' | 'none' {
  if (addressesOnly === true || wish === undefined) return 'none';
  return ({ no: 'against', ask_me: 'unasked', yes: 'allowed' } as const)[wish];
}

/** The grounds that can stand for this referral. A list of addresses names nobody, and has one of its own. */
export function groundsFor({ addressesOnly }: Asked): readonly SharingGround[] {
  return addressesOnly === true
    ? ['nothing_personal']
    : sharingGrounds.filter((ground) => ground !== 'nothing_personal');
}

/** The ground that is chosen before anybody chose: none, where a person must think about it. */
export function likelyGround(of: Asked): SharingGround | '' {
  if (of.addressesOnly === true) return 'nothing_personal';
  return ({ against: 'override', allowed: 'consent', unasked: '', none: '' } as const)[standingOfWish(of)];
}

/** Where sending begins. Nothing is ticked, but for what is the only thing that can leave. */
export function firstFields(of: Asked & Pick<ReferralLine, 'basis'>, mayMail: boolean): SendingFields {
  return {
    step: of.addressesOnly === true ? 'addresses' : 'fields',
    fields: of.addressesOnly === true ? ['addresses'] : [],
    addresses: [],
    accounts: [],
    ground: likelyGround(of),
    overrideBecause: '',
    basis: of.basis,
    tell: '',
    message: '',
    unit: '',
    contact: '',
    way: mayMail ? 'mail' : 'call',
    name: '',
  };
}

/** The steps that apply: none about fields where only addresses leave, none about addresses where none does. */
export function stepsFor({ addressesOnly }: Asked, { fields }: Pick<SendingFields, 'fields'>): StepName[] {
  const givesPlaces = fields.includes('addresses') || fields.includes('accounts');
  return [
    ...(addressesOnly === true ? [] : ['fields' as const]),
    ...(givesPlaces ? ['addresses' as const] : []),
    'ground',
    'copy',
  ];
}

/** The field in which a pointer's value was chosen or typed. */
export function fieldOfSending(pointer: string): string {
  const [, name = '', part] = pointer.split('/');
  if (name === 'call') return part === 'name' ? 'name' : 'way';
  return name === 'notToldFirstBecause' ? 'tell' : name;
}

/** The step on which a field stands. */
export function stepOfField(name: string): StepName {
  if (name === 'fields') return 'fields';
  if (name === 'addresses' || name === 'accounts') return 'addresses';
  return name === 'name' ? 'copy' : 'ground';
}

/** What is missing on a step before it is left: the name of the field. The API says the rest. */
export function missingOn(step: StepName, chosen: SendingFields): keyof SendingFields | undefined {
  const { fields, addresses, accounts, ground, overrideBecause, tell, message, way, name } = chosen;
  switch (step) {
    case 'fields':
      return undefined;
    case 'addresses':
      if (fields.includes('addresses') && addresses.length === 0) return 'addresses';
      return fields.includes('accounts') && accounts.length === 0 ? 'accounts' : undefined;
    case 'ground':
      if (ground === '') return 'ground';
      if (ground !== 'override') return undefined;
      if (overrideBecause === '') return 'overrideBecause';
      if (tell === '') return 'tell';
      return tell === 'write' && (message.trim() === '' || hasBlank(message)) ? 'message' : undefined;
    case 'copy':
      return way === 'call' && name.trim() === '' ? 'name' : undefined;
    default:
      return step satisfies never;
  }
}

const oneOf = <Code extends string>(codes: readonly Code[], code: string): Code | undefined =>
  codes.find((one) => one === code);

const positions = (chosen: readonly string[]): number[] => chosen.map(Number);

/** What is asked for the copy before it leaves. */
export function previewBody(chosen: SendingFields): CommandBodies['referralPreview'] {
  const { ground, overrideBecause, basis, tell, unit, contact, way } = chosen;
  const fields = disclosureFields.filter((field) => chosen.fields.includes(field));
  const gives = (field: DisclosureField): boolean => fields.includes(field);
  const isOverride = ground === 'override';
  return {
    fields,
    ground: oneOf(sharingGrounds, ground) ?? 'consent',
    overrideBecause: isOverride ? oneOf(overrideReasons, overrideBecause) : undefined,
    basis,
    addresses: gives('addresses') ? positions(chosen.addresses) : undefined,
    accounts: gives('accounts') ? positions(chosen.accounts) : undefined,
    unit: unit.trim() === '' ? undefined : unit.trim(),
    contact: contact === '' ? undefined : contact,
    notToldFirstBecause: isOverride ? oneOf(notToldFirstReasons, tell) : undefined,
    call: way === 'call' ? {} : undefined,
  };
}

/** The command itself, with the digest of the copy that was seen. */
export function sendingBody(chosen: SendingFields, digest: string): CommandBodies['referralSending'] {
  const { ground, tell, message, way, name } = chosen;
  return {
    ...previewBody(chosen),
    call: way === 'call' ? { name: name.trim() } : undefined,
    message: ground === 'override' && tell === 'write' ? message : undefined,
    shownCopy: digest,
  };
}

/**
 * Why somebody who works on cases cannot send this one, as a code of a 403. Undefined for whoever may: by a call alone,
 * where they may not refer a case otherwise. Source: docs/practice.md, People.
 */
export function whyNotSending({
  may,
  severity,
}: {
  may: readonly string[];
  severity: string;
}): 'not_critical' | 'somebody_on_duty' | undefined {
  if (may.includes('send_referral') || may.includes('refer_case')) return undefined;
  return severity === 'critical' ? 'somebody_on_duty' : 'not_critical';
}
