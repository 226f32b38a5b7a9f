import { decideTakedownNotice, decideTakedownNoticeAnswer } from '#shared/domain/commands/notices/takedown-notice.ts';
import { kindsOf } from '#shared/domain/case/outcomes/fact-of-outcome.ts';
import { noticePlatforms } from '#shared/domain/commands/notices/notice-platforms.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { commandHandlers } from '../command-handlers.ts';
import type { CommandDeps } from '../command-handlers.ts';
import { copyForNotice } from './copy-for-notice.ts';
import type { CopyForNoticeDeps } from './copy-for-notice.ts';

export interface NoticeDeps extends CommandDeps, CopyForNoticeDeps {
  country: Pick<CountryPack, 'categories' | 'platforms' | 'placesWithoutNotices' | 'loadReferrals'>;
  /** Codes of the platforms that the centre added to those of the pack. */
  ownPlatforms: () => Promise<readonly string[]>;
}

/** Takedown notices: what platforms were asked to take down. */
export function noticeCommands(deps: NoticeDeps) {
  const { country, ownPlatforms } = deps;
  const commands = commandHandlers(deps, {
    /** Records that a platform was asked, and how. */
    notice: {
      action: 'follow_referral',
      decide: async ({ case: of }, { body, by }, now) => {
        const [own, { institutions }] = await Promise.all([ownPlatforms(), country.loadReferrals()]);
        const platforms = [...noticePlatforms(country), ...own];
        return decideTakedownNotice(of, body, platforms, kindsOf(institutions), by.id, now);
      },
    },
    /** Records what the platform answered, or that nobody waits for it any longer. */
    noticeAnswer: {
      action: 'follow_referral',
      decide: ({ case: of }, { body, by, path: { notice = '' } }, now) =>
        decideTakedownNoticeAnswer(of, notice, body.answer, by.id, now),
    },
  });
  return { ...commands, copyForNotice: copyForNotice(deps) };
}
