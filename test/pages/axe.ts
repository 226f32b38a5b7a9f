import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { inPage } from './windows.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  violations: { id: string; nodes: { html: string }[] }[];
  passes: object[];
}

const everything = `{
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
}`;

/** What colours, widths and sizes can change. */
const looksAlone = `{
  runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block', 'target-size'] },
}`;

/**
 * What axe finds on a page: WCAG 2.0 to 2.2, A and AA, its best practice, and a contrast of 7:1. In another look of the same
 * page, only what a look can change. The window must allow scripts.
 */
export async function findingsOn(page: Page, isAnotherLook = false): Promise<string[]> {
  await inPage(page, source);
  const { violations, passes } = await inPage<Found>(page, `axe.run(${isAnotherLook ? looksAlone : everything})`);
  if (passes.length === 0) return ['axe looked at nothing'];
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
