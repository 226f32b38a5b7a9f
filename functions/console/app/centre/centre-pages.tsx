import type { ComponentType } from 'preact';
import type { CentreAction } from '#shared/domain/access/authorize.ts';
import { later } from '../frame/later.tsx';
import { may } from '../frame/people.ts';
import { loadCentreTexts } from '../frame/texts.ts';
import type { CentrePageName } from '#shared/domain/console/centre/hub-words.ts';

/** A page about the centre itself. */
export interface CentrePage {
  name: CentrePageName;
  /** Its path. What stands behind it in an address is `rest`: the id of a person, for instance. */
  path: `/${string}`;
  /** Whoever may do one of these has the page. */
  actions: readonly CentreAction[];
  Page: ComponentType<{ rest: string | undefined }>;
}

/** A page of the centre with its words. Both are loaded when somebody first opens it. */
export function ofCentre<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return later(async () => (await Promise.all([load(), loadCentreTexts()]))[0]);
}

/** In the order in which the list of pages shows them. */
const all: readonly CentrePage[] = [
  {
    name: 'shift',
    path: '/shift',
    actions: ['see_shift'],
    Page: ofCentre(async () => (await import('../shift/shift-page.tsx')).ShiftPage),
  },
  {
    name: 'roster',
    path: '/roster',
    actions: ['manage_roster'],
    Page: ofCentre(async () => (await import('../roster/roster-page.tsx')).RosterPage),
  },
  {
    name: 'institutions',
    path: '/institutions',
    actions: ['manage_directory'],
    Page: ofCentre(async () => (await import('../lists/institutions-page.tsx')).InstitutionsPage),
  },
  {
    name: 'platforms',
    path: '/platforms',
    actions: ['see_platforms'],
    Page: ofCentre(async () => (await import('../lists/platforms-page.tsx')).PlatformsPage),
  },
  {
    name: 'campaigns',
    path: '/campaigns',
    actions: ['manage_directory'],
    Page: ofCentre(async () => (await import('../lists/campaigns-page.tsx')).CampaignsPage),
  },
  {
    name: 'people',
    path: '/people',
    actions: ['manage_directory', 'approve'],
    Page: ofCentre(async () => (await import('./people/people-page.tsx')).PeoplePage),
  },
  {
    name: 'keeping',
    path: '/keeping',
    actions: ['see_keeping'],
    Page: ofCentre(async () => (await import('../keeping/centre/keeping-page.tsx')).KeepingPage),
  },
  {
    name: 'log',
    path: '/log',
    actions: ['see_access_log'],
    Page: ofCentre(async () => (await import('./log/log-page.tsx')).LogPage),
  },
  {
    name: 'audit',
    path: '/audit',
    actions: ['see_directory_audit'],
    Page: ofCentre(async () => (await import('./audit/audit-page.tsx')).AuditPage),
  },
  {
    name: 'figures',
    path: '/figures',
    actions: ['see_figures'],
    Page: ofCentre(async () => (await import('./figures/figures-page.tsx')).FiguresPage),
  },
];

/** Those that this person has. */
export function centrePages(): CentrePage[] {
  return all.filter(({ actions }) => actions.some(may));
}

/** The page of a path, for a person who has it. */
export function centrePageAt(path: string): { page: CentrePage; rest: string | undefined } | undefined {
  for (const page of centrePages()) {
    if (path === page.path) return { page, rest: undefined };
    if (path.startsWith(`${page.path}/`)) return { page, rest: decodeURIComponent(path.slice(page.path.length + 1)) };
  }
  return undefined;
}
