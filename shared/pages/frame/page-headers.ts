import { contentPolicy } from './content-policy.ts';
import { guardScript, leaveScript } from './leave-script.ts';
import { guardedStyle, style } from './style.ts';

/** Headers of every page, over those that every answer has. A bundle holds them worked out (infra/bundling/known-values.ts). */
export const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': contentPolicy({ styles: [style, guardedStyle], scripts: [leaveScript, guardScript] }),
} as const;
