import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Refusal } from '../../api/call.ts';
import { lookAtText } from '../../api/look.ts';
import type { CaseView, ReferralLine } from '../../api/answers.ts';
import { RefusalText } from '../../form/refusal-text.tsx';
import { texts, words } from '../../frame/texts.ts';
import { opensVeiled } from '../../reading/hard-texts.ts';
import { dropCopy, keepCopy, openedCopy } from '../../reading/opened.ts';
import { fillFrame } from './letter-html.ts';

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

/** The letter in a frame of its own: without scripts, and with nothing that leads out of it. */
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
  const frame = useRef<HTMLIFrameElement>(null);
  const height = useSignal(600);
  useEffect(() => {
    if (frame.current !== null) fillFrame(frame.current, html);
  }, [html]);
  return (
    <section class="letter" aria-label={w.letter}>
      <p class="quiet">{w.letterHint}</p>
      <p class="actions">
        <button type="button" class="primary" onClick={() => frame.current?.contentWindow?.print()}>
          {w.print}
        </button>
        {languages.map((one) => (
          <button key={one} type="button" onClick={() => onLanguage(one)}>
            {nameOfLanguage(one)}
          </button>
        ))}
        <button type="button" onClick={onClose}>
          {words().frame.close}
        </button>
      </p>
      <iframe
        ref={frame}
        title={w.letterFrame}
        sandbox="allow-same-origin allow-modals"
        style={{ height: `${height.value}px` }}
        onLoad={() => {
          height.value = frame.current?.contentDocument?.documentElement.scrollHeight ?? height.value;
        }}
      />
    </section>
  );
}

/** The language in which the letter was written. */
const languageOf = (html: string): string | undefined => /^<html lang="([^"]+)"/mu.exec(html)?.[1];

/** A language in its own words. */
const nameOfLanguage = (code: string): string => new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
