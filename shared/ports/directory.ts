import type { Role } from '../domain/authorize.ts';
import type { ContactKind } from '../domain/contact.ts';

export interface StaffMember {
  /** Directory id, such as `staff-3f`; also the subject (`sub`) of the sign-in token. */
  id: string;
  name: string;
  mail: string;
  /** Of what kind the address is; absent, somebody reads mails there. */
  contact?: ContactKind;
  /** Whom a phone desk rings. */
  phone?: string;
  language: string;
  /** Absent for contacts without sign-in (director, outside partner). */
  role?: Role;
  /** Duties of the ladder this person holds. */
  duties: string[];
  active: boolean;
  /** May see addresses of CSAM-flagged cases. */
  cleared: boolean;
}

export interface Directory {
  /** The live record; undefined when unknown. Callers check `active`. */
  member(id: string): Promise<StaffMember | undefined>;
  /** Active holders of any of these duties, each once. */
  holders(duties: readonly string[]): Promise<StaffMember[]>;
}
