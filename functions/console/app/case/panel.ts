import type { ComponentType } from 'preact';
import type { CaseAction } from '#shared/domain/access/authorize.ts';
import { statusAfter, type CaseCommand } from '#shared/domain/case/lifecycle.ts';
import { isOver } from '#shared/domain/case/status.ts';
import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { Place } from '../api/commands.ts';
import type { CaseView } from '../api/answers.ts';

/** What a panel of the case page is given. */
export interface PanelProps {
  view: CaseView;
  /** What the address of the command names: the case, and what else the panel was opened for. */
  place: Place & { number: string };
  /** Closes the panel. The focus returns to where it was opened, and what was typed stays. */
  onClose: () => void;
}

/** A command of a case that has a panel of its own. */
export interface Panel {
  /** Offered when the case says that the person may do one of these. */
  action: CaseAction | readonly CaseAction[];
  /** Whether the case as it stands takes the command. Absent where it always does. */
  fits?: (view: CaseView) => boolean;
  /** Opened beside one thing of the case, such as a notice. The bar of the case then does not list it. */
  isOfPart?: true;
  load: () => Promise<ComponentType<PanelProps>>;
}

export type PanelName = keyof CommandBodies;

/** A command that moves the case from one state to the next. */
export const moves =
  (command: CaseCommand) =>
  ({ status }: CaseView): boolean =>
    status !== undefined && statusAfter(command, status) !== undefined;

/** Whether the case has ended. */
export function hasEnded({ status }: CaseView): boolean {
  return status !== undefined && isOver({ status });
}

/** Whether the case has not ended. For whoever does not see how it stands, neither holds. */
export function isGoingOn({ status }: CaseView): boolean {
  return status !== undefined && !isOver({ status });
}

/** Whether other cases stand under this one. */
export function leads({ linkedCases = [] }: CaseView): boolean {
  return linkedCases.length > 0;
}

/** A table of panels, in the order in which they are offered. */
export type Panels = Readonly<Partial<Record<PanelName, Panel>>>;

/** Those of a table that the person may open on this case now, in the order of the table. */
export function offeredAmong(among: Panels, view: CaseView): PanelName[] {
  return (Object.keys(among) as PanelName[]).filter((name) => isOffered(among[name], view));
}

/** Whether a panel is offered on this case. */
export function isOffered(panel: Panel | undefined, view: CaseView): boolean {
  if (panel === undefined || panel.fits?.(view) === false) return false;
  return [panel.action].flat().some((action) => view.may.includes(action));
}
