import { describe, expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import { doors } from '#shared/contracts/http/public/pages/page-paths.ts';
import { reportFormShape } from '#shared/contracts/http/public/pages/report-form.ts';
import { audiences } from '#shared/domain/help/audience.ts';
import { boundaryOf, parseMultipart } from '#shared/lambda/http/multipart.ts';
import { pagesToDraw } from '#functions/information/draw-pages.ts';
import { entryOf, filled, formWith, sent } from './page-forms.ts';

const key = '8f14e45f-ceea-467f-a8d1-3b7c2d9e5f60';
const clock = { now: () => '2026-12-01T10:00:00.000Z' };
const { tell } = pagesToDraw(country, { ofYear: async () => [] }, { clock, newKey: () => key });
const formFor = async (who: string) => {
  const asked = { path: { who }, query: {}, headers: {}, body: undefined, form: new Map(), root: '../../' };
  return formWith((await tell({ ...asked, language: 'sq', traceparent: '' })).page, 'send');
};

describe('a form read off its page', () => {
  it.each(audiences)('sends for %s what the product takes, and nothing that it does not', async (audience) => {
    const words = 'Ç’është kjo?\n  "Po" & <jo> 😀';
    const form = filled(await formFor(doors[audience]), { narrative: words, category: 'cyberbullying' });
    expect(entryOf(form, 'key')).toBe(key);
    const { contentType, body } = sent(form, 'send');
    const fields = parseMultipart(body, boundaryOf(contentType) ?? '', reportFormShape);
    expect(fields.get('narrative')).toEqual([words.replace('\n', '\r\n')]);
    expect(fields.get('category')).toEqual(['cyberbullying']);
    expect(fields.get('go')).toEqual(['send']);
  });

  it('has every field that the product takes of somebody, through one door or another', async () => {
    const forms = await Promise.all(Object.values(doors).map(formFor));
    const fields = new Set(forms.flatMap((form) => [...form.fields.keys()]));
    expect(Object.keys(reportFormShape).filter((name) => !fields.has(name))).toEqual(['go', 'campaign']);
  });

  it('takes nothing that the page does not have', async () => {
    const form = await formFor('c');
    expect(() => filled(form, { picture: 'x' })).toThrow('no field picture');
    expect(() => filled(form, { category: 'csam_by_staff' })).toThrow('offers no');
    expect(() => sent(form, 'withdraw')).toThrow('no button');
  });
});
