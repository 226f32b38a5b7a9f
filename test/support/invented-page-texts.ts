import { albania } from '#shared/country/al/pack.ts';
import type { OfficeTexts } from '#shared/domain/pages/office-texts.ts';
import type { PageTexts } from '#shared/domain/pages/page-texts.ts';
import type { PrivacyOfPack, PrivacyTexts } from '#shared/domain/pages/privacy-texts.ts';
import type { Text } from '#shared/domain/text.ts';

const pages = await albania.loadPages();
const { texts: model } = pages;
const officeModel = await pages.loadOffice();
const privacyModel = await pages.loadPrivacy();

/** Each text of a model says its own place, in the one language of the invented country. Its blanks stay. */
function inventor(say: (code: string) => Text) {
  const invented = (value: object, place: readonly string[]): unknown => {
    const entries = Object.entries(value);
    if (entries.every(([, inner]) => typeof inner === 'string')) {
      const blanks = [...new Set(entries.flatMap(([, text]) => String(text).match(/\{\w+\}/g) ?? []))];
      return say([place.join(' '), ...blanks].join(' '));
    }
    return Object.fromEntries(entries.map(([key, inner]) => [key, invented(inner as object, [...place, key])]));
  };
  return invented;
}

export function inventedPageTexts(say: (code: string) => Text): PageTexts {
  const { groups, ...form } = model.form;
  const title = Object.values(groups)[0];
  return inventor(say)({ ...model, form: { ...form, groups: { troubles: title, others: title } } }, []) as PageTexts;
}

/** The same of the pages for institutions. The elders' copy is for their speaker alone. */
export function inventedOfficeTexts(say: (code: string) => Text): OfficeTexts {
  const { copy, ...others } = officeModel;
  return inventor(say)({ ...others, copy: { ...copy, onlyFor: { elders: say('speaker') } } }, [
    'office',
  ]) as OfficeTexts;
}

/** The same of what becomes of a reporter's data. One complains to the elders. */
export function inventedPrivacy(say: (code: string) => Text): PrivacyOfPack {
  return {
    texts: inventor(say)(privacyModel.texts, ['privacy']) as PrivacyTexts,
    complain: [{ name: say('the elders'), reach: { value: 'elders.example' } }],
  };
}
