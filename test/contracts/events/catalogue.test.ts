import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { consumersOf, unconsumed } from '#shared/contracts/events/consumers.ts';
import { eventCatalogue } from '#shared/contracts/events/catalogue.ts';
import { eventTypes } from '#shared/contracts/events/envelope.ts';

describe('The catalogue of events', () => {
  it('is committed as the code makes it', () => {
    const committed = readFileSync(new URL('../../../docs/generated/events.md', import.meta.url), 'utf8');
    expect(committed, 'Run `npm run docs`.').toBe(eventCatalogue());
  });

  it('says of each event who consumes it, or why nobody does', () => {
    const without = eventTypes.filter((type) => consumersOf(type).length === 0);
    expect(without.toSorted()).toEqual(Object.keys(unconsumed).toSorted());
  });
});
