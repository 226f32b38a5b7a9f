import type { Text } from '../../text.ts';

/** The pages about the centre itself. */
export type CentrePageName =
  'shift' | 'roster' | 'people' | 'institutions' | 'platforms' | 'campaigns' | 'keeping' | 'figures' | 'log' | 'audit';

/** Words of the list of these pages, and of what their forms have in common. */
export interface HubWords extends Readonly<
  Record<'title' | 'changed' | 'save' | 'nothingChanged' | 'lines' | 'choose' | 'none', Text>
> {
  /** What each page is called. */
  pages: Readonly<Record<CentrePageName, Text>>;
  /** What each is for, in one line. */
  means: Readonly<Record<CentrePageName, Text>>;
}
