import { albania } from '#shared/country/al/pack.ts';
import type { PageTexts } from '#shared/domain/pages/page-texts.ts';
import type { Text } from '#shared/domain/text.ts';

const { texts: model } = await albania.loadPages();

/** Each text of a pack's pages says its own place, in the one language of the invented country. Its blanks stay. */
export function inventedPageTexts(say: (code: string) => Text): PageTexts {
  const invented = (value: object, place: readonly string[]): unknown => {
    const entries = Object.entries(value);
    if (entries.every(([, inner]) => typeof inner === 'string')) {
      const blanks = [...new Set(entries.flatMap(([, text]) => String(text).match(/\{\w+\}/g) ?? []))];
      return say([place.join(' '), ...blanks].join(' '));
    }
    return Object.fromEntries(entries.map(([key, inner]) => [key, invented(inner as object, [...place, key])]));
  };
  const { groups, ...form } = model.form;
  const title = Object.values(groups)[0];
  return invented({ ...model, form: { ...form, groups: { troubles: title, others: title } } }, []) as PageTexts;
}
