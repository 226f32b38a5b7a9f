import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CaseView } from '../api/answers.ts';
import { later } from '../frame/later.tsx';
import { Link } from '../frame/link.tsx';
import { path, query } from '../frame/route.ts';
import { words } from '../frame/texts.ts';

/** What a tab of the case page is given. */
export interface TabProps {
  view: CaseView;
}

/** The tabs of a case, in their order. Each is loaded when it is opened. */
export const tabs = {
  course: later<TabProps>(async () => (await import('../frame/first-pages.ts')).CourseTab),
  report: later<TabProps>(async () => (await import('../reading/report-tab.tsx')).ReportTab),
  thread: later<TabProps>(async () => (await import('../reading/thread-tab.tsx')).ThreadTab),
  referrals: later<TabProps>(async () => (await import('../referrals/referrals-tab.tsx')).ReferralsTab),
  notes: later<TabProps>(async () => (await import('../reading/notes-tab.tsx')).NotesTab),
  keeping: later<TabProps>(async () => (await import('./tabs/keeping-tab.tsx')).KeepingTab),
} as const satisfies Readonly<Record<string, ComponentType<TabProps>>>;

export type TabName = keyof typeof tabs;

/** Who sees only how a case stands has these tabs alone. */
const ofCourse: readonly TabName[] = ['course', 'keeping'];

/** The tabs that this person has: by what the case shows them. */
export function tabsFor(view: CaseView): TabName[] {
  if (view.history === undefined) return [];
  const names = Object.keys(tabs) as TabName[];
  return view.reported === undefined ? names.filter((name) => ofCourse.includes(name)) : names;
}

/** Whether somebody sees more of the case than its head. */
export const hasTabs = (view: CaseView): boolean => tabsFor(view).length > 0;

/** The tab that the address names. A link without one leads to the course. */
export function openedTab(view: CaseView): TabName {
  return tabsFor(view).find((name) => name === query.value.get('tab')) ?? 'course';
}

/** The path of a tab of this case. What else the address says stays. */
export function pathOfTab(tab: TabName): string {
  const to = new URLSearchParams(query.value);
  to.set('tab', tab);
  return `${path.value}?${to}`;
}

/** Moves the focus to the next link of a list, or to the one before. */
function moveAmong(event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const list = event.currentTarget;
  if (step === undefined || !(list instanceof HTMLElement)) return;
  const links = [...list.querySelectorAll('a')];
  const at = links.findIndex((link) => link === document.activeElement);
  links[(at + step + links.length) % links.length]?.focus();
  event.preventDefault();
}

/** The tabs as links. The arrow keys move between them, and Enter opens one. */
export function TabLinks({ view }: TabProps) {
  const open = openedTab(view);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const list = nav.current;
    list?.addEventListener('keydown', moveAmong);
    return () => list?.removeEventListener('keydown', moveAmong);
  }, []);
  return (
    <nav class="tabs" aria-label={words().case.tabs} ref={nav}>
      {tabsFor(view).map((name) => (
        <Link key={name} to={pathOfTab(name)} isHere={name === open}>
          {words().case.tab[name]}
        </Link>
      ))}
    </nav>
  );
}

export function OpenTab({ view }: TabProps) {
  const Tab = tabs[openedTab(view)];
  return <Tab view={view} />;
}
