import { createHash } from 'node:crypto';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * What a page may do: its own stylesheets and scripts, known by their hashes, and forms that lead to us. An empty picture
 * stands for the icon, so that a browser asks for none.
 */
export function contentPolicy({
  styles,
  scripts = [],
}: {
  styles: readonly string[];
  scripts?: readonly string[];
}): string {
  return [
    "default-src 'none'",
    `style-src ${styles.map(hashOf).join(' ')}`,
    // A script tells us, and nobody else, that a visit has ended.
    ...(scripts.length === 0 ? [] : [`script-src ${scripts.map(hashOf).join(' ')}`, "connect-src 'self'"]),
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
