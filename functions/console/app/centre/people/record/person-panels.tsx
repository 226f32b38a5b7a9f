import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PersonPanel } from '#shared/domain/console/centre/people-words.ts';
import { Actions } from '../../../form/fields.tsx';
import { go, path, query } from '../../../frame/route.ts';
import { centreWords } from '../../../frame/texts.ts';
import { ChangePanel } from './change-panel.tsx';
import { MailPanel } from './mail-panel.tsx';
import type { PersonPanelProps } from './seen-person.ts';
import { ReturnPanel, suspensionTitle, SuspensionPanel } from './sign-in-panels.tsx';

const panels: Readonly<Record<PersonPanel, ComponentType<PersonPanelProps>>> = {
  change: ChangePanel,
  mail: MailPanel,
  suspension: SuspensionPanel,
  return: ReturnPanel,
};

/** The buttons of what may be done about somebody, and the panel that is open. It stands in the address as a code. */
export function PersonPanels({
  seen,
  offered,
  reload,
  onDone,
}: Omit<PersonPanelProps, 'onClose'> & { offered: readonly PersonPanel[] }) {
  const w = centreWords().people;
  const title = (panel: PersonPanel): string =>
    panel === 'suspension' ? suspensionTitle(seen.person) : w.panels[panel];
  const named = query.value.get('panel') as PersonPanel | null;
  /** One that stands open stays, whatever becomes of the record meanwhile: what is typed in it is still to be read. */
  const standing = useRef<PersonPanel>(undefined);
  const isOpen = named !== null && (offered.includes(named) || standing.current === named);
  standing.current = isOpen ? named : undefined;
  const heading = useRef<HTMLHeadingElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), [standing.current]);
  const onClose = (): void => {
    go(path.value, 'replace');
    // The buttons stand in their place again once the panel is gone.
    requestAnimationFrame(() => (bar.current?.querySelector('button') ?? bar.current)?.focus());
  };
  const close = (): void => {
    onDone();
    onClose();
  };
  if (isOpen) {
    const Panel = panels[named];
    return (
      <section class="person-panel" aria-labelledby="panel-title">
        <h2 id="panel-title" tabIndex={-1} ref={heading}>
          {title(named)}
        </h2>
        <Panel key={named} seen={seen} reload={reload} onClose={onClose} onDone={close} />
      </section>
    );
  }
  return (
    <div ref={bar} tabIndex={-1}>
      <Actions>
        {offered.map((panel) => (
          <button key={panel} type="button" onClick={() => go(`${path.value}?panel=${panel}`)}>
            {title(panel)}
          </button>
        ))}
      </Actions>
    </div>
  );
}
