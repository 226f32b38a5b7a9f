/**
 * The pages to which a sign-in mostly leads, in one file with all that further pages share with them. It comes while the
 * person is signed in (infra/bundling/one-beginning.ts), so no page waits for one small file after the other.
 */
export { CaseBody } from '../case/case-body.tsx';
export { CourseTab } from '../case/tabs/course-tab.tsx';
export { RingsNow } from '../duty/rings-now.tsx';
export { AttentionPage } from '../home/attention-page.tsx';
export { WorkPage } from '../home/work-page.tsx';
export { NightCase } from '../night/night-case.tsx';
export { watchKeys } from './keys.ts';
