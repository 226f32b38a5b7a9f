import { decideTakedownNotice, decideTakedownNoticeAnswer } from '#shared/domain/commands/notices/takedown-notice.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { commandHandlers } from '../command-handlers.ts';
import type { CommandDeps } from '../command-handlers.ts';

export interface NoticeDeps extends CommandDeps {
  country: Pick<CountryPack, 'platforms'>;
  /** Codes of platforms that the centre has added to the pack's. */
  ownPlatforms: () => Promise<readonly string[]>;
}

/** What platforms were asked to take down. */
export function noticeCommands(deps: NoticeDeps) {
  const { country, ownPlatforms } = deps;
  return commandHandlers(deps, {
    /** A platform was asked, and by which way. */
    notice: {
      action: 'follow_referral',
      decide: async ({ case: of }, { body, by }, now) =>
        decideTakedownNotice(of, body, [...country.platforms, ...(await ownPlatforms())], by.id, now),
    },
    /** What the platform answered, or that nobody waits any more. */
    noticeAnswer: {
      action: 'follow_referral',
      decide: ({ case: of }, { body, by, path: { notice = '' } }, now) =>
        decideTakedownNoticeAnswer(of, notice, body.answer, by.id, now),
    },
  });
}
