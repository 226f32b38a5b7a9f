import type { CaseView, ReferralLine } from '../api/answers.ts';
import type { PanelProps } from '../case/panels.ts';
import { labelOf } from '../frame/texts.ts';

/** The referral that a panel was opened for. */
export function referralOf(view: CaseView, place: PanelProps['place']): ReferralLine | undefined {
  return view.referrals?.find(({ id }) => id === place['referral']);
}

/** The institution that a panel is about. */
export function Institution({ referral }: { referral: ReferralLine | undefined }) {
  return referral === undefined ? null : (
    <p>
      <strong>{labelOf('institutions', referral.institution)}</strong>
    </p>
  );
}
