import { useSignal } from '@preact/signals';
import type { Refusal } from '../../api/call.ts';
import { lookAtText } from '../../api/look.ts';
import type { CaseView, ReferralLine } from '../../api/answers.ts';
import { RefusalText } from '../../form/refusal-text.tsx';
import { texts, words } from '../../frame/texts.ts';
import { opensVeiled } from '../../reading/hard-texts.ts';
import { dropCopy, keepCopy, openedCopy } from '../../reading/opened.ts';
import { nameOfLanguage } from './name-of-language.ts';
import { Sheet } from './sheet.tsx';

/** The letter of a referral, to be printed. It is asked for anew each time, and kept nowhere. */
export function LetterOf({ view, referral: { id } }: { view: CaseView; referral: ReferralLine }) {
  const w = words().referrals;
  const number = view.caseNumber;
  const refused = useSignal<Refusal | undefined>(undefined);
  /** The letter holds words uncovered, so it is asked once more before those that open veiled. */
  const isVeiled = opensVeiled(view);
  const isAsked = useSignal(false);
  const opened = openedCopy(number, 'letter', id);
  const open = async (lang?: string): Promise<void> => {
    const path = `/v1/cases/${encodeURIComponent(number)}/referrals/${encodeURIComponent(id)}/letter`;
    const answer = await lookAtText(lang === undefined ? path : `${path}?lang=${encodeURIComponent(lang)}`);
    refused.value = answer.ok ? undefined : answer;
    isAsked.value = false;
    if (answer.ok) keepCopy(number, id, { kind: 'letter', html: answer.body });
  };
  return (
    <>
      {refused.value === undefined ? null : (
        <div class="refusal" role="alert">
          <RefusalText refusal={refused.value} />
        </div>
      )}
      {opened === undefined && isAsked.value ? (
        <section class="letter" aria-label={w.letter}>
          <p class="warning">{w.letterVeiled}</p>
          <p class="actions">
            <button type="button" class="primary" onClick={() => void open()}>
              {w.openLetter}
            </button>
            <button
              type="button"
              onClick={() => {
                isAsked.value = false;
              }}
            >
              {words().frame.close}
            </button>
          </p>
        </section>
      ) : opened === undefined ? (
        <button
          type="button"
          onClick={() => {
            isAsked.value = isVeiled;
            if (!isVeiled) void open();
          }}
        >
          {w.letter}
        </button>
      ) : (
        <Letter
          html={opened.html}
          languages={texts().country.languages.filter((one) => one !== languageOf(opened.html))}
          onLanguage={(lang) => void open(lang)}
          onClose={() => dropCopy(number, 'letter', id)}
        />
      )}
    </>
  );
}

/** The letter, and the same in another language. */
function Letter({
  html,
  languages,
  onLanguage,
  onClose,
}: {
  html: string;
  languages: readonly string[];
  onLanguage: (language: string) => void;
  onClose: () => void;
}) {
  const w = words().referrals;
  return (
    <Sheet html={html} name={w.letter} hint={w.letterHint} title={w.letterFrame} onClose={onClose}>
      {languages.map((one) => (
        <button key={one} type="button" onClick={() => onLanguage(one)}>
          {nameOfLanguage(one)}
        </button>
      ))}
    </Sheet>
  );
}

/** The language in which the letter was written. */
const languageOf = (html: string): string | undefined => /^<html lang="([^"]+)"/mu.exec(html)?.[1];
