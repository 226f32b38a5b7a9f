import type { TabProps } from '../case/tabs.tsx';
import { pathOfTab } from '../case/tabs.tsx';
import { PanelButton } from '../case/case-bar.tsx';
import type { OpenedCase } from '../api/answers.ts';
import { Link } from '../frame/link.tsx';
import { sayAt } from '../frame/moments.ts';
import { nameOf } from '../frame/people.ts';
import { labelOf, say, words } from '../frame/texts.ts';
import { sayFlags } from './text/facts.tsx';
import { opensVeiled } from './hard-texts.ts';
import { openedText, type OpenedText } from './opened.ts';
import { PageButton, pageBefore } from './page-buttons.tsx';
import { SafeText } from './text/safe-text.tsx';

/** What the reporter and the centre wrote to each other. Until the case is read, only who wrote when. */
export function ThreadTab({ view }: TabProps) {
  const w = words().reading;
  const opened = openedText(view.caseNumber).value;
  const thread = view.thread ?? [];
  const count = view.messageCount ?? thread.length;
  return (
    <section aria-labelledby="thread">
      <h2 id="thread">{w.thread}</h2>
      {count === 0 ? <p class="quiet">{w.noThread}</p> : null}
      {opened === undefined ? (
        <>
          <ol class="entries">
            {thread.map(({ number, from, at }) => (
              <li key={number}>
                {sayAt(at)} · {w.from[from]}
              </li>
            ))}
          </ol>
          {count === 0 || !view.may.includes('read_case') ? null : (
            <p>
              {w.sealed} <Link to={pathOfTab('report')}>{w.toText}</Link>
            </p>
          )}
        </>
      ) : (
        <OpenedThread view={view} opened={opened} />
      )}
      <p class="actions">
        <PanelButton name="message" view={view} />
      </p>
    </section>
  );
}

function OpenedThread({ view, opened }: TabProps & { opened: OpenedText }) {
  const { messages, earlierMessages } = opened.text;
  const [first, last] = [messages[0]?.number ?? 1, messages.at(-1)?.number ?? 0];
  const isVeiled = opensVeiled(view);
  // Also those that were written after the text was opened.
  const later = (view.messageCount ?? last) - last;
  return (
    <>
      <PageButton
        view={view}
        opened={opened}
        page={{ fromMessage: pageBefore(first) }}
        direction="earlier"
        count={earlierMessages ?? 0}
      />
      <ol class="messages">
        {messages.map((message) => (
          <li key={message.number} class={message.from}>
            <Message number={view.caseNumber} message={message} isVeiled={isVeiled && message.from === 'reporter'} />
          </li>
        ))}
      </ol>
      <PageButton view={view} opened={opened} page={{ fromMessage: last + 1 }} direction="later" count={later} />
    </>
  );
}

/** One message with what came with it. */
export function Message({
  number,
  of = number,
  message,
  isVeiled,
}: {
  /** The case that is open, with which the text is dropped. */
  number: string;
  /** The case of the message, where that is a linked one. */
  of?: string;
  message: OpenedCase['messages'][number];
  isVeiled: boolean;
}) {
  const w = words().reading;
  const { from, at, afterReissueBy, text, links, flags, stillHappening } = message;
  return (
    <article>
      <h3>
        {w.from[from]}, {sayAt(at)}
      </h3>
      {afterReissueBy === undefined ? null : (
        <p class="warning">{say(w.afterReissue, { name: nameOf(afterReissueBy) })}</p>
      )}
      {stillHappening === true ? <p class="missed">{labelOf('reporterActions', 'still_happening')}</p> : null}
      {flags === undefined ? null : <p>{sayFlags(flags)}</p>}
      <SafeText number={number} id={`${of}-message-${message.number}`} text={text} links={links} isVeiled={isVeiled} />
    </article>
  );
}
