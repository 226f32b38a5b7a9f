import type { HubWords } from './hub-words.ts';
import type { KeptWords } from './kept-words.ts';

/** What is said on the pages of the centre itself: one member for each room. A case needs none of it. */
export interface CentreWords {
  hub: HubWords;
  keeping: KeptWords;
}
