import { describe, expect, it } from 'vitest';
import { officePath } from '#shared/contracts/http/public/pages/page-paths.ts';
import { albania } from '#shared/country/al/pack.ts';
import { admits, roles } from '#shared/domain/access/authorize.ts';
import { audiences } from '#shared/domain/help/audience.ts';
import { readingRoles } from '#shared/domain/pages/privacy-texts.ts';
import { flags } from '#shared/domain/report/report.ts';
import { mostGroups } from '#shared/pages/frame/style.ts';
import { zembla } from '#test/support/invented-country.ts';

describe.each([albania, zembla])('the pages of $country', (pack) => {
  it('have each public category in exactly one group, and each group in every order, with a heading', async () => {
    const { categoryGroups, texts } = await pack.loadPages();
    const codes = categoryGroups.groups.map(({ code }) => code);
    const grouped = categoryGroups.groups.flatMap(({ categories }) => categories);
    const offered = pack.categories.filter((one) => one.public).map(({ code }) => code);
    expect(grouped.toSorted()).toEqual(offered.toSorted());
    expect(codes.length).toBeLessThanOrEqual(mostGroups);
    for (const audience of audiences) {
      expect(categoryGroups.order[audience].toSorted()).toEqual(codes.toSorted());
      for (const code of codes) {
        expect(Object.keys(texts.form.groups[code]?.[audience] ?? {}).toSorted()).toEqual(pack.languages.toSorted());
      }
    }
    const asked = categoryGroups.groups.flatMap((group) => group.flags);
    expect(asked.filter((flag) => !flags.includes(flag))).toEqual([]);
  });

  it('say every text in every language, and name no centre', async () => {
    const { texts } = await pack.loadPages();
    const said = leavesOf(texts);
    expect(said.length).toBeGreaterThan(200);
    for (const { place, text } of said) {
      expect({ place, languages: Object.keys(text).toSorted() }).toEqual({
        place,
        languages: pack.languages.toSorted(),
      });
      expect({ place, empty: Object.values(text).filter((one) => one.trim() === '') }).toEqual({ place, empty: [] });
    }
    expect(JSON.stringify(texts)).not.toMatch(/iSIGURT|Besa/i);
  });

  it('say in every language what becomes of a reporter’s data, who opens it, and where to complain', async () => {
    const { texts, complain } = await (await pack.loadPages()).loadPrivacy();
    for (const { place, text } of leavesOf({ texts, complain: complain.map(({ name }) => ({ name })) })) {
      expect({ place, languages: Object.keys(text).toSorted() }).toEqual({
        place,
        languages: pack.languages.toSorted(),
      });
    }
    expect(complain.length).toBeGreaterThan(0);
    expect(readingRoles.toSorted()).toEqual(
      roles.filter((role) => admits({ role, active: true, cleared: false }, 'read_case')).toSorted(),
    );
  });

  it('lead institutions to the address that their mails name, and never to the children’s line', async () => {
    const office = await (await pack.loadPages()).loadOffice();
    expect(pack.centre.office.value).toMatch(new RegExp(`^[^/:]+${officePath}$`));
    expect(JSON.stringify(office)).not.toMatch(new RegExp(`${pack.centre.helpline}|116 ?111|https?:`));
    const { institutions } = await pack.loadReferrals();
    const known = institutions.map(({ code }) => code);
    expect(Object.keys(office.copy.onlyFor).filter((code) => !known.includes(code))).toEqual([]);
  });
});

it.each(['child', 'adult'] as const)('what %s readers may ask for names buttons as they are called', async (reader) => {
  const pages = await albania.loadPages();
  const { rights } = (await pages.loadPrivacy()).texts.sections;
  const { everything, withdraw } = pages.texts.thread;
  for (const language of albania.languages) {
    for (const button of [everything, withdraw])
      expect(rights.text[reader][language]).toContain(`“${button[reader][language]}”`);
  }
});

it('Albanian pages keep to the rules of words for reporters', async () => {
  const pages = await albania.loadPages();
  const { texts: privacy } = await pages.loadPrivacy();
  const said = leavesOf({ texts: pages.texts, privacy }).map(({ text }) => text['sq'] ?? '');
  const refused = /nuk duhet t|[ie] sigurt|telashe|një person\b|zhveshur|postë|i detyruar|të të gjejmë/i;
  expect(said.filter((one) => refused.test(one))).toEqual([]);
});

/** Every text with its languages, and where it stands. */
function leavesOf(value: object, place = ''): { place: string; text: Record<string, string> }[] {
  if (Object.values(value).every((inner) => typeof inner === 'string')) {
    return [{ place, text: value as Record<string, string> }];
  }
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner as object, `${place}/${name}`));
}
