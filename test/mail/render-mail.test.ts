import { describe, expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import { clockKinds } from '#shared/domain/case/timer-id.ts';
import { mailOccasions } from '#shared/domain/mail/mail-occasion.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { mailWording } from '#shared/mail/mail-words.ts';
import { renderDigest } from '#shared/mail/render-digest.ts';
import { type MailFacts, renderMail } from '#shared/mail/render-mail.ts';
import { factsOfRaise } from '#test/support/mails.ts';

const wording = await mailWording(country);
const letter = 'https://staff.example/letters/l-1';

describe('A mail to staff', () => {
  const rungs = country.ladder.rungs.map((rung) => rung.id);
  const every = country.languages.flatMap((language) => mailOccasions.map((occasion) => ({ language, occasion })));

  it.each(every)(
    'says number, due time and link, and leaves no gap: $occasion in $language',
    ({ language, occasion }) => {
      for (const severity of severities) {
        for (const clock of clockKinds) {
          for (const rung of rungs) {
            const mail = renderMail({ ...factsOfRaise, occasion, severity, clock, rung }, language, wording, letter);
            expect(mail.subject).toContain(factsOfRaise.caseNumber);
            const saysTime = ['21', '03:10'].every((part) => mail.text.includes(part));
            expect([occasion, saysTime]).toEqual([occasion, occasion !== 'exclusion']);
            for (const part of [mail.text, mail.html]) {
              expect(part).toContain(factsOfRaise.link);
              expect(part).not.toMatch(/[{}]|undefined| {2}/);
            }
          }
        }
      }
    },
  );

  it('is in the language of the pack when the reader has another', () => {
    expect(renderMail(factsOfRaise, 'xx', wording, letter)).toEqual(
      renderMail(factsOfRaise, country.defaultLanguage, wording, letter),
    );
  });

  it('says times as the clock on the wall shows them, in summer and in winter', () => {
    const summer = renderMail({ ...factsOfRaise, due: '2026-07-01T21:30:00.000Z' }, 'en', wording, letter);
    expect(summer.text).toContain('Wednesday 1 July, 23:30');
    const winter = renderMail({ ...factsOfRaise, due: '2026-12-31T23:30:00.000Z' }, 'en', wording, letter);
    expect(winter.text).toContain('Friday 1 January, 00:30');
  });

  it('is plain HTML that fetches nothing', () => {
    const { html } = renderMail(factsOfRaise, 'sq', wording, letter);
    expect(html).not.toMatch(/<(img|script|link|style|iframe)|src=|url\(/i);
    expect(
      html.match(/https?:\/\/[^\s"<]+/g)?.every((address) => address === factsOfRaise.link || address === letter),
    ).toBe(true);
  });

  it('writes signs of HTML as text', () => {
    const odd = { ...wording, mailTexts: { ...wording.mailTexts, footer: { sq: '<b>&"', en: '<b>&"' } } };
    expect(renderMail(factsOfRaise, 'en', odd, letter).html).toContain('&lt;b&gt;&amp;&quot;');
  });
});

describe('A mail about a silent institution', () => {
  const silent = { ...factsOfRaise, occasion: 'institution_silent' } as const;
  const decide = { ...factsOfRaise, occasion: 'institution_silent_decide' } as const;

  it('names the institution in its subject, in the language of its reader', () => {
    for (const one of [silent, decide]) {
      expect(renderMail(one, 'sq', wording, letter).subject).toContain('Policia e Shtetit');
      expect(renderMail(one, 'en', wording, letter).subject).toContain('State Police');
    }
  });
  it('says at the third step that a person decides who else is told', () => {
    expect(renderMail(decide, 'sq', wording, letter).text).toMatch(
      /Agjencia Shtetërore ose ministria.*vendimi është juaji/,
    );
    expect(renderMail(silent, 'sq', wording, letter).text).not.toContain('ministria');
  });
  it('names it also where several cases wait for it, and only where all of them do', () => {
    const other = { ...silent, caseNumber: 'B-OTHER' };
    const subject = (news: readonly MailFacts[]): string =>
      renderDigest(
        news.map((one) => ({ ...one, more: 0 })),
        { list: factsOfRaise.link, letter },
        'en',
        wording,
      ).subject;
    expect(subject([silent, other])).toBe('State Police has not answered yet: 2 cases');
    expect(subject([decide, other])).toBe('State Police has not answered yet: 2 cases');
    expect(subject([silent, { ...other, institution: { sq: 'AKSK', en: 'AKSK' } }])).not.toContain('State Police');
    expect(subject([silent, { ...other, occasion: 'referral_declined' }])).not.toContain('State Police');
  });
});
