import type { PagesOfPack } from '#shared/domain/pages/pages-of-pack.ts';
import { categoryGroups } from './category-groups.ts';
import { pageTexts } from './page-texts.ts';

export const pages: PagesOfPack = {
  texts: pageTexts,
  categoryGroups,
  neutralSite: 'https://www.wikipedia.org/',
  loadOffice: async () => (await import('./office-texts.ts')).officeTexts,
  loadPrivacy: async () => (await import('./privacy-texts.ts')).privacy,
};
