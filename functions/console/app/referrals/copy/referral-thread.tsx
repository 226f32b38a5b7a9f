import type { CommandAnswer } from '../../api/answers.ts';
import { sayAt } from '../../frame/moments.ts';
import { labelOf, words } from '../../frame/texts.ts';
import { SafeText, SafeWords } from '../../reading/text/safe-text.tsx';

/** What the institution asked and the centre replied, the oldest first. Addresses in it are harmless, and never links. */
export function ReferralThread({
  number,
  id,
  thread,
  isVeiled,
  heading: Heading = 'h4',
}: {
  number: string;
  id: string;
  thread: CommandAnswer<'referralReading'>['thread'];
  isVeiled: boolean;
  /** What follows the heading that it stands under. */
  heading?: 'h3' | 'h4';
}) {
  const w = words().referrals;
  if (thread.length === 0) return null;
  return (
    <section>
      <Heading>{w.questions}</Heading>
      {thread.map(({ from, at, text, links, name, post, how }, index) => (
        <article key={index}>
          <p class="quiet">
            {w.from[from]}, {sayAt(at)}
            {how === 'phone' ? `, ${labelOf('answerWays', how)}` : ''}
            {name === undefined ? null : (
              <>
                {' · '}
                <SafeWords text={[name, post].filter((one) => one !== undefined).join(', ')} />
              </>
            )}
          </p>
          <SafeText
            number={number}
            id={`${id}-said-${index}`}
            text={text}
            links={links}
            isVeiled={isVeiled && from === 'institution'}
          />
        </article>
      ))}
    </section>
  );
}
