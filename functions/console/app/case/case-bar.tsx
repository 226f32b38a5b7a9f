import { useEffect, useRef } from 'preact/hooks';
import type { CaseView } from '../api/answers.ts';
import { CommandButton } from '../form/command-button.tsx';
import { Link } from '../frame/link.tsx';
import { letterOf } from '../frame/keys.ts';
import { me } from '../frame/people.ts';
import { labelOf, words } from '../frame/texts.ts';
import { isWide } from '../frame/wide.ts';
import { ringsFor } from '../night/ladder.ts';
import { gateIsWanted, hasText } from '../reading/opened.ts';
import { now } from '../sign-in/session.ts';
import { nextCommand, type NextCommand } from './next-command.ts';
import { openPanel } from './open-panel.tsx';
import { isOffered, panels, panelsFor, type PanelName } from './panels.ts';
import type { Place } from '../api/commands.ts';
import { newerCase, showNewest } from './seen-cases.ts';
import { openedTab, pathOfTab, type TabName } from './tabs.tsx';

/** What can be done with the case now: the next sensible command, and the others under "More". */
export function CaseBar({ view, isHidden }: { view: CaseView; isHidden: boolean }) {
  const w = words().case;
  const more = useRef<HTMLDetailsElement>(null);
  // On a phone the other commands would cover the case, once the one that was chosen is done.
  useEffect(() => {
    if (isHidden && !isWide.value && more.current !== null) more.current.open = false;
  }, [isHidden]);
  const newer = newerCase(view.caseNumber)?.view;
  const next =
    me.value === undefined ? undefined : offered(nextCommand(view, me.value, now().toISOString(), newer), view);
  const others = panelsFor(view).filter((name) => name !== next && panels[name]?.isOfPart !== true);
  const blocks = <Blocks view={view} />;
  // What is missing is said where somebody would look for it: at once when the end is near, else beside "Resolve". On a
  // phone the bar stands over the page, and would cover a quarter of it.
  const isSaidAtOnce = view.handledAt !== undefined && isWide.value;
  if (next === undefined && others.length === 0) return null;
  return (
    <section id="case-bar" class="case-bar" tabIndex={-1} aria-label={w.bar} hidden={isHidden}>
      {next === undefined ? null : <NextButton view={view} next={next} />}
      {isSaidAtOnce ? blocks : null}
      {others.length === 0 ? null : (
        <details class="more" ref={more}>
          <summary>{w.more}</summary>
          <ul>
            {others.map((name) => (
              <li key={name}>
                <PanelButton name={name} view={view} />
                {name === 'resolution' && !isSaidAtOnce ? blocks : null}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The next command, where it has a button here. On the tab of the text, reading has its own. */
function offered(next: NextCommand | undefined, view: CaseView): NextCommand | undefined {
  if (next === 'claim' || next === undefined) return next;
  if (next === 'read') return openedTab(view) === tabToRead(view) ? undefined : next;
  return isOffered(panels[next], view) ? next : undefined;
}

/** Where there is something to open: the text, or what was written after it was opened. */
const tabToRead = (view: CaseView): TabName => (hasText(view.caseNumber) ? 'thread' : 'report');

/** What blocks the end, said before somebody tries. */
function Blocks({ view }: { view: CaseView }) {
  const blocks = view.toResolve ?? [];
  if (blocks.length === 0 || !view.may.includes('resolve_case')) return null;
  return (
    <div class="blocks">
      <p>{words().case.toResolve}</p>
      <ul>
        {blocks.map((code) => (
          <li key={code}>{labelOf('conflicts', code)}</li>
        ))}
      </ul>
    </div>
  );
}

function NextButton({ view, next }: { view: CaseView; next: NextCommand }) {
  // What rings has its own button above, and there is one primary on a page.
  const isPrimary = !ringsFor(view);
  if (next === 'read') {
    return (
      <Link
        class={isPrimary ? 'button primary' : 'button'}
        to={pathOfTab(tabToRead(view))}
        letter={letterOf(next)}
        onGo={() => {
          gateIsWanted.value = true;
          showNewest(view.caseNumber);
        }}
      >
        {labelOf('commands', next)}
      </Link>
    );
  }
  if (next === 'claim') {
    return <CommandButton command="claim" place={{ number: view.caseNumber }} body={{}} isPrimary={isPrimary} />;
  }
  return <PanelButton name={next} view={view} isPrimary={isPrimary} />;
}

/** A button that opens the panel of a command, where the person may do it and the case takes it. */
export function PanelButton({
  name,
  view,
  part = {},
  isPrimary = false,
}: {
  name: PanelName;
  view: CaseView;
  /** What the command is about besides the case, such as `{ notice: 'meta-1' }`. */
  part?: Place;
  isPrimary?: boolean;
}) {
  if (!isOffered(panels[name], view)) return null;
  return (
    <button type="button" class={isPrimary ? 'primary' : ''} onClick={() => openPanel(name, part)}>
      {labelOf('commands', name)}
    </button>
  );
}
