/**
 * Looks of all pages, in one place: type, colour, space. Contrast is at least 4.5:1, and 7:1 for text, in light and dark.
 * A test measures it. In forced colours the system's own are used.
 */
export const tokens = {
  light: {
    paper: '#ffffff',
    raised: '#f3f5f7',
    ink: '#16202b',
    quiet: '#44505c',
    line: '#7b8794',
    accent: '#0b4f8a',
    'on-accent': '#ffffff',
    warn: '#8f1d14',
    'warn-paper': '#fdeeec',
    'calm-paper': '#e8f2fb',
    ring: '#c2410c',
    critical: '#8f1d14',
    high: '#7a3d00',
    normal: '#0b4f8a',
    low: '#44505c',
  },
  dark: {
    paper: '#12181f',
    raised: '#1c252e',
    ink: '#f1f4f7',
    quiet: '#c3ccd5',
    line: '#8a96a3',
    accent: '#9fd0ff',
    'on-accent': '#0a1a29',
    warn: '#ffb4aa',
    'warn-paper': '#3b1a17',
    'calm-paper': '#152a3d',
    ring: '#ffb86b',
    critical: '#ffb4aa',
    high: '#ffc98a',
    normal: '#9fd0ff',
    low: '#c3ccd5',
  },
} as const;

const declared = (colours: Readonly<Record<string, string>>): string =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/** The tokens as custom properties of CSS. Space grows by 4, 8, 16, 24 and 40 px. */
export const tokenStyle = [
  `:root{color-scheme:light dark;--s1:4px;--s2:8px;--s3:16px;--s4:24px;--s5:40px;--touch:48px;--wide:34rem;${declared(tokens.light)}}`,
  `@media(prefers-color-scheme:dark){:root{${declared(tokens.dark)}}}`,
].join('');
