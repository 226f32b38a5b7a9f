import type { TabProps } from '../case/tabs.tsx';
import { pathOfTab } from '../case/tabs.tsx';
import { PanelButton } from '../case/case-bar.tsx';
import { Link } from '../frame/link.tsx';
import { sayAt } from '../frame/moments.ts';
import { nameOf } from '../frame/people.ts';
import { say, words } from '../frame/texts.ts';
import { openedText, type OpenedText } from './opened.ts';
import { PageButton, pageBefore } from './page-buttons.tsx';
import { SafeText } from './text/safe-text.tsx';

/** What staff noted for each other. */
export function NotesTab({ view }: TabProps) {
  const w = words().reading;
  const opened = openedText(view.caseNumber).value;
  const { noteCount = 0 } = view;
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{w.notes}</h2>
      {noteCount === 0 ? <p class="quiet">{w.noNotes}</p> : null}
      {noteCount === 0 ? null : opened !== undefined ? (
        <OpenedNotes view={view} opened={opened} />
      ) : (
        <p>
          {say(w.noteCount, { count: String(noteCount) })}{' '}
          {view.may.includes('read_case') ? <Link to={pathOfTab('report')}>{w.toText}</Link> : null}
        </p>
      )}
      <p class="actions">
        <PanelButton name="note" view={view} />
      </p>
    </section>
  );
}

function OpenedNotes({ view, opened }: TabProps & { opened: OpenedText }) {
  const { notes, earlierNotes = 0 } = opened.text;
  const [first, last] = [notes[0]?.number ?? 1, notes.at(-1)?.number ?? 0];
  return (
    <>
      <PageButton
        view={view}
        opened={opened}
        page={{ fromNote: pageBefore(first) }}
        direction="earlier"
        count={earlierNotes}
      />
      <ol class="messages">
        {notes.map(({ number, by, at, text, links }) => (
          <li key={number} class="centre">
            <article>
              <h3>
                {nameOf(by)}, {sayAt(at)}
              </h3>
              <SafeText number={view.caseNumber} id={`note-${number}`} text={text} links={links} isVeiled={false} />
            </article>
          </li>
        ))}
      </ol>
      <PageButton
        view={view}
        opened={opened}
        page={{ fromNote: last + 1 }}
        direction="later"
        count={(view.noteCount ?? last) - last}
      />
    </>
  );
}
