import type { CategoryGroups } from './category-group.ts';
import type { OfficeTexts } from './office-texts.ts';
import type { PageTexts } from './page-texts.ts';
import type { PrivacyOfPack } from './privacy-texts.ts';

/** All that a country gives to its pages. */
export interface PagesOfPack {
  texts: PageTexts;
  categoryGroups: CategoryGroups;
  /** Where whoever leaves in a hurry is led: a page that says nothing of them. No other foreign address is on a page. */
  neutralSite: string;
  /** Texts of the pages for institutions. They are a part of their own: no page for whoever reports needs them. */
  loadOffice(): Promise<OfficeTexts>;
  /** What becomes of a reporter's data. Only the pages that tell it need these texts. */
  loadPrivacy(): Promise<PrivacyOfPack>;
}
