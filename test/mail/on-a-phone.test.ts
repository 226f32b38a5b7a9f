import { describe, expect, it } from 'vitest';
import { everyMail } from '#infra/documents/every-mail.ts';

const pages = [...(await everyMail())].flatMap(([name, { html }]) => (html === undefined ? [] : [{ name, html }]));

/** The widest that fits beside the margins of a small telephone, and the smallest letters that are read without zooming. */
const widestPx = 360;
const smallestPx = 16;

interface Declaration {
  property: string;
  value: string;
}

function declarationsIn(html: string): Declaration[] {
  return [...html.matchAll(/style="([^"]*)"/g)].flatMap(([, style = '']) =>
    style.split(';').map((one) => {
      const [property = '', value = ''] = one.split(':');
      return { property: property.trim(), value: value.trim() };
    }),
  );
}

/** Every length of a declaration in pixels; a letter as wide as the telephone's own is 16. */
function pixelsIn({ value }: Declaration): number[] {
  return [...value.matchAll(/(\d*\.?\d+)(px|em|rem|pt)/g)].map(([, count, unit]) => {
    const each = { px: 1, em: 16, rem: 16, pt: 4 / 3 }[unit as 'px' | 'em' | 'rem' | 'pt'];
    return Number(count) * each;
  });
}

describe('every mail on a telephone', () => {
  it('is there to be looked at, in each language', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(new Set(pages.map(({ name }) => name.slice(0, 3)))).toEqual(new Set(['sq-', 'en-']));
  });

  it.each(pages)('$name has no letter smaller than the telephone’s own', ({ html }) => {
    const sizes = declarationsIn(html)
      .filter(({ property }) => property === 'font-size' || property === 'font')
      .flatMap(pixelsIn);
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(smallestPx);
    expect(html).not.toMatch(/<(?:small|sub|sup|font|style|link)\b/);
  });

  it.each(pages)('$name is as wide as the telephone and no wider', ({ html }) => {
    const widths = declarationsIn(html).filter(({ property }) => /^(?:min-)?width$|^flex-basis$/.test(property));
    expect(widths.flatMap(pixelsIn).filter((pixels) => pixels > widestPx)).toEqual([]);
    expect(html).not.toMatch(/\swidth="|<(?:table|pre|img|iframe)\b|nowrap/);
    expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
    // An address or a number without a space breaks where it must.
    expect(html).toMatch(/<body style="[^"]*overflow-wrap:anywhere/);
  });

  it.each(pages)('$name fetches nothing', ({ html }) => {
    expect(html).not.toMatch(/\bsrc=|url\(|@import|<script/);
  });
});
