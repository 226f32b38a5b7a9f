import type { DirectoryAction } from '../../people/directory-audit.ts';
import type { ListEntries } from '../../people/directory-lists.ts';
import type { ContactKind } from '../../people/person.ts';
import type { Roster, RosterDay } from '../../people/roster/roster.ts';
import type { StaffRecord } from '../../people/staff-record.ts';
import type { LabelsOf } from '../labels/label.ts';
import type { Text } from '../../text.ts';

type NamesOf<Entry> = Entry extends object ? keyof Entry : never;

/** What can change in the directory: the fields of everything it keeps, but for what names an entry. */
export type ChangedField = Exclude<
  NamesOf<StaffRecord | Roster | ListEntries[keyof ListEntries]>,
  'id' | 'code' | 'revision'
>;

/** Words of the changes of people, shifts and lists. */
export interface AuditWords extends Readonly<
  Record<
    | 'intro'
    | 'who'
    | 'what'
    | 'about'
    | 'field'
    | 'before'
    | 'after'
    | 'changed'
    | 'removed'
    | 'added'
    | 'changes'
    | 'decidedBy'
    | 'decidedByHead'
    | 'waited'
    | 'waitedMinutes'
    | 'noLonger'
    | 'commandLine'
    | 'askedBy'
    | 'shift'
    | 'alone',
    Text
  >
> {
  actions: LabelsOf<DirectoryAction>;
  fields: LabelsOf<ChangedField>;
  contacts: LabelsOf<ContactKind>;
  days: LabelsOf<RosterDay>;
}
