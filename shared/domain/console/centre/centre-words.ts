import type { AuditWords } from './audit-words.ts';
import type { FiguresWords } from './figures-words.ts';
import type { GuideWords } from './guide-words.ts';
import type { HubWords } from './hub-words.ts';
import type { PeopleWords } from './people-words.ts';
import type { KeptWords } from './kept-words.ts';
import type { ListsWords } from './lists-words.ts';
import type { RosterWords } from './roster-words.ts';
import type { LogWords } from './log-words.ts';
import type { TablesWords } from './tables-words.ts';
import type { MeWords } from './me-words.ts';
import type { StartWords } from './start-words.ts';
import type { ShiftWords } from './shift-words.ts';

/** What is said on the pages of the centre itself: one member for each room. A case needs none of it. */
export interface CentreWords {
  hub: HubWords;
  people: PeopleWords;
  keeping: KeptWords;
  lists: ListsWords;
  roster: RosterWords;
  tables: TablesWords;
  log: LogWords;
  audit: AuditWords;
  figures: FiguresWords;
  me: MeWords;
  guide: GuideWords;
  start: StartWords;
  shift: ShiftWords;
}
