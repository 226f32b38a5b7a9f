import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Place } from '../api/commands.ts';
import type { CaseView } from '../api/answers.ts';
import { later } from '../frame/later.tsx';
import { go, path, query } from '../frame/route.ts';
import { labelOf } from '../frame/texts.ts';
import { isOffered, panels, type PanelName, type PanelProps } from './panels.ts';

/* The panel that is open stands in the address, as codes, so that the browser's Back closes it. */

/** What had the focus when the panel was opened. */
let openedFrom: HTMLElement | undefined;

/** Opens the panel of a command. `part` is what its address names besides the case, such as `{ notice: 'meta-1' }`. */
export function openPanel(command: PanelName, part: Place = {}): void {
  openedFrom = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
  const to = withoutPanel();
  to.set('panel', command);
  for (const [name, value] of Object.entries(part)) to.set(`of-${name}`, value);
  go(`${path.value}?${to}`);
}

/** Closes the panel that is open. The focus returns to the button that opened it, or to what that is folded in. */
export function closePanel(): void {
  const to = withoutPanel();
  go(`${path.value}${to.size === 0 ? '' : `?${to}`}`, 'replace');
  const from = openedFrom;
  openedFrom = undefined;
  // The bar stands in its place again once the panel is gone.
  requestAnimationFrame(() => {
    const folded = from?.closest('details:not([open])')?.querySelector('summary');
    if (from?.isConnected === true) (folded ?? from).focus();
    else document.querySelector<HTMLElement>('#case-bar')?.focus();
  });
}

function withoutPanel(): URLSearchParams {
  return new URLSearchParams([...query.value].filter(([name]) => name !== 'panel' && !name.startsWith('of-')));
}

/** The panel that stands open, and on which case. */
let standing: { number: string; command: PanelName } | undefined;

/**
 * The panel that the address names, when there is one of that name and the person may do it. One that stands open stays,
 * whatever becomes of the case meanwhile: what is typed in it, and what came of it, is still to be read.
 */
export function openedPanel(view: CaseView): { command: PanelName; part: Place } | undefined {
  const command = query.value.get('panel') as PanelName | null;
  const stays = standing?.number === view.caseNumber && standing.command === command;
  if (!stays) standing = undefined;
  if (command === null || !Object.hasOwn(panels, command)) return undefined;
  if (!stays && !isOffered(panels[command], view)) return undefined;
  standing = { number: view.caseNumber, command };
  const part = [...query.value].flatMap(([name, value]) =>
    name.startsWith('of-') ? [[name.slice('of-'.length), value] as const] : [],
  );
  return { command, part: Object.fromEntries(part) };
}

const loaded = new Map<PanelName, ComponentType<PanelProps>>();

function panelOf(command: PanelName): ComponentType<PanelProps> | undefined {
  const panel = panels[command];
  if (panel === undefined) return undefined;
  const part = loaded.get(command) ?? later(panel.load);
  loaded.set(command, part);
  return part;
}

/** The panel that is open, with its heading, which gets the focus. */
export function OpenPanel({ view }: { view: CaseView }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const opened = openedPanel(view);
  const command = opened?.command;
  useEffect(() => heading.current?.focus(), [command]);
  const Panel = command === undefined ? undefined : panelOf(command);
  if (opened === undefined || Panel === undefined) return null;
  const place = { ...opened.part, number: view.caseNumber };
  return (
    <section class="panel" aria-labelledby="panel-title">
      <h2 id="panel-title" tabIndex={-1} ref={heading}>
        {labelOf('commands', opened.command)}
      </h2>
      <Panel key={Object.values(place).join('/')} view={view} place={place} onClose={closePanel} />
    </section>
  );
}
