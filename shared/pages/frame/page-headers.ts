import { contentPolicy } from './content-policy.ts';
import { guardScript, leaveScript } from './leave-script.ts';
import { officeStyle } from '../office/office-style.ts';
import { guardedStyle, style } from './style.ts';

/** Headers of every page, over those that every answer has. A bundle holds them worked out (infra/bundling/known-values.ts). */
export const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': contentPolicy({ styles: [style, guardedStyle], scripts: [leaveScript, guardScript] }),
} as const;

/** The policy of the pages for institutions: no script at all. */
export const officeHeaders = {
  'Content-Security-Policy': contentPolicy({ styles: [style, guardedStyle, officeStyle] }),
} as const;
