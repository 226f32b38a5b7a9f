import { PanelButton } from '../case/case-bar.tsx';
import type { TabProps } from '../case/tabs.tsx';
import { words } from '../frame/texts.ts';
import { Notices } from './notices.tsx';
import { ReferralCard } from './referral-card.tsx';

/** To which institutions the case was proposed or passed on, and which platforms were asked to take something down. */
export function ReferralsTab({ view }: TabProps) {
  const { referrals = [] } = view;
  return (
    <>
      <section aria-labelledby="referrals">
        <h2 id="referrals">{words().case.tab.referrals}</h2>
        {referrals.length === 0 ? <p class="quiet">{words().case.noReferrals}</p> : null}
        <ul class="cards">
          {referrals.map((referral) => (
            <ReferralCard key={referral.id} view={view} referral={referral} />
          ))}
        </ul>
        <p class="actions">
          <PanelButton name="referral" view={view} />
        </p>
      </section>
      <Notices view={view} />
    </>
  );
}
