import type { CaseWords } from './words/case-words.ts';
import type { DangerWords } from './words/danger-words.ts';
import type { FilingWords } from './words/filing-words.ts';
import type { FrameWords } from './words/frame-words.ts';
import type { HandlingWords } from './words/handling-words.ts';
import type { LifecycleWords } from './words/lifecycle-words.ts';
import type { TeamWords } from './words/team-words.ts';
import type { KeepingWords } from './words/keeping-words.ts';
import type { ReadingWords } from './words/reading-words.ts';
import type { HomeWords } from './words/home-words.ts';
import type { KeyWords } from './words/key-words.ts';
import type { QueueWords } from './words/queue-words.ts';
import type { ReferralsWords } from './words/referrals-words.ts';

/** Words of the console's pages: one member for each room of the application. */
export interface ConsoleWords {
  frame: FrameWords;
  case: CaseWords;
  danger: DangerWords;
  handling: HandlingWords;
  lifecycle: LifecycleWords;
  team: TeamWords;
  keeping: KeepingWords;
  reading: ReadingWords;
  home: HomeWords;
  keys: KeyWords;
  queue: QueueWords;
  referrals: ReferralsWords;
  filing: FilingWords;
}
