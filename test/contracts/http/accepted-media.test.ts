import { expect, it } from 'vitest';
import { prefersHtml } from '#shared/contracts/http/accepted-media.ts';

it.each([
  'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'text/html',
  'TEXT/HTML ; Q=0.5',
  'text/*',
  'application/json;q=0.1, text/html;q=0.2',
  '*/*;q=0.1, text/html;q=0.2',
])('somebody who asks for %s gets a page', (accept) => {
  expect(prefersHtml(accept)).toBe(true);
});

it.each([
  undefined,
  '',
  '*/*',
  'application/json',
  'application/problem+json, text/html;q=0.9',
  'application/json, text/html',
  'text/html;q=0',
  'text/html;q=0.3, */*;q=0.4',
  'image/png',
  'text/html;q=0, text/*',
  'text/html;q=banana;q=0',
])('somebody who asks for %s gets JSON', (accept) => {
  expect(prefersHtml(accept)).toBe(false);
});
