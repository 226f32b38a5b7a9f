import type { Refusal } from '#shared/domain/case/decision.ts';
import { openPanel } from '../case/open-panel.tsx';
import { isOffered, panels, type PanelName } from '../case/panels.ts';
import { seenCase } from '../case/seen-cases.ts';
import { Link } from '../frame/link.tsx';
import { labelOf, words } from '../frame/texts.ts';

/** The panel that mends what stands against a command. */
const panelThatMends: Readonly<Partial<Record<Refusal, PanelName>>> = {
  not_handled: 'handling',
  notice_not_sent: 'notice',
  severity_differs: 'severity',
  exclusion_waits: 'approval',
  approval_pending: 'approval',
  held: 'release',
};

/** The tab of the case where it is mended. */
const tabThatMends: Readonly<Partial<Record<Refusal, string>>> = {
  not_read: 'report',
  not_read_by_you: 'report',
  referral_not_acknowledged: 'referrals',
  duty_not_sent: 'referrals',
  institution_not_asked: 'referrals',
};

/** The way to what mends a refusal: a button of its panel, or a link to where it is done. Nothing where there is none. */
export function Mend({ because, number }: { because: string; number: string }) {
  const view = seenCase(number).value?.view;
  const panel = Object.hasOwn(panelThatMends, because) ? panelThatMends[because as Refusal] : undefined;
  const tab = Object.hasOwn(tabThatMends, because) ? tabThatMends[because as Refusal] : undefined;
  const path = `/cases/${encodeURIComponent(number)}`;
  if (panel !== undefined && view !== undefined && isOffered(panels[panel], view)) {
    return (
      <button type="button" onClick={() => openPanel(panel)}>
        {labelOf('commands', panel)}
      </button>
    );
  }
  if (tab !== undefined) return <Link to={`${path}?tab=${tab}`}>{words().lifecycle.goThere}</Link>;
  if (because === 'lead_not_resolved' && view?.leadCase !== undefined) {
    return <Link to={`/cases/${encodeURIComponent(view.leadCase)}`}>{view.leadCase}</Link>;
  }
  return null;
}
