import { addressesIn } from '#shared/domain/report/addresses-in-text.ts';
import { say, words } from '../../frame/texts.ts';
import { isLifted, liftVeil } from '../opened.ts';
import { paragraphsOf, type LinkInText, type Paragraph } from './paragraphs.ts';

/*
 * Words of a reporter on the screen. An address in them is shown so that neither a person nor a program can follow it, and
 * never as a link. What is veiled stands nowhere on the page until somebody opens it: no style hides a word here.
 */

export interface SafeTextProps {
  /** The case whose text it is. */
  number: string;
  /** Tells the text apart from the others of the case. */
  id: string;
  text: string;
  links?: readonly LinkInText[] | undefined;
  isVeiled: boolean;
}

/** A text, paragraph by paragraph. */
export function SafeText({ number, id, text, links, isVeiled }: SafeTextProps) {
  const paragraphs = paragraphsOf(text, links);
  return (
    <div class="said">
      {paragraphs.map((paragraph, index) =>
        isVeiled ? (
          <Veiled
            key={index}
            number={number}
            id={`${id}-${index + 1}`}
            paragraph={paragraph}
            place={{ number: String(index + 1), count: String(paragraphs.length) }}
          />
        ) : (
          <p key={index}>
            <Pieces paragraph={paragraph} />
          </p>
        ),
      )}
    </div>
  );
}

/** A paragraph that a tap, Enter or Space opens, and covers again. */
function Veiled({
  number,
  id,
  paragraph,
  place,
}: {
  number: string;
  id: string;
  paragraph: Paragraph;
  place: { number: string; count: string };
}) {
  const w = words().reading;
  const isOpen = isLifted(number, id);
  return (
    <div class="veiled">
      <button
        type="button"
        class={isOpen ? 'lifted' : 'veil'}
        aria-expanded={isOpen}
        {...(isOpen ? { 'aria-controls': id } : {})}
        onClick={() => liftVeil(number, id, !isOpen)}
      >
        {say(isOpen ? w.cover : w.lift, place)}
        {isOpen ? null : (
          <span class="stripes" aria-hidden="true" style={{ height: `${Math.ceil(paragraph.length / 60) * 1.5}em` }} />
        )}
      </button>
      {isOpen ? (
        <p id={id}>
          <Pieces paragraph={paragraph} />
        </p>
      ) : (
        <p class="on-paper quiet">{say(w.coveredOnPaper, place)}</p>
      )}
    </div>
  );
}

function Pieces({ paragraph }: { paragraph: Paragraph }) {
  return (
    <>
      {paragraph.pieces.map(({ kind, text }, index) => {
        if (kind === 'words') return text;
        if (kind === 'address') return <Harmless key={index}>{text}</Harmless>;
        return (
          <span key={index} class="withheld">
            {words().reading.withheld}
          </span>
        );
      })}
    </>
  );
}

/** An address or an account name. */
export function Harmless({ children }: { children: string }) {
  return (
    <code class="address" translate={false}>
      {children}
    </code>
  );
}

/** A short text that a reporter typed into a field, such as a name. */
export function SafeWords({ text }: { text: string }) {
  const paragraphs = paragraphsOf(text, addressesIn(text));
  return (
    <>
      {paragraphs.map((paragraph, index) => (
        <Pieces key={index} paragraph={paragraph} />
      ))}
    </>
  );
}
