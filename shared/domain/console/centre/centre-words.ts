import type { GuideWords } from './guide-words.ts';
import type { HubWords } from './hub-words.ts';
import type { KeptWords } from './kept-words.ts';
import type { MeWords } from './me-words.ts';
import type { StartWords } from './start-words.ts';

/** What is said on the pages of the centre itself: one member for each room. A case needs none of it. */
export interface CentreWords {
  hub: HubWords;
  keeping: KeptWords;
  me: MeWords;
  guide: GuideWords;
  start: StartWords;
}
