import * as z from 'zod/mini';
import { closeReasons } from '../../../domain/case/case.ts';
import { waitingFor } from '../../../domain/case/lifecycle.ts';
import { noticeAnswers, noticeWays } from '../../../domain/case/case.ts';
import { abouts, ageBands, flags, genders, suspectRelations } from '../../../domain/report/report.ts';
import { targetMoveReasons } from '../../../domain/case/case.ts';
import { teams } from '../../../domain/case/team.ts';
import { optionalEach, text, triState } from '../fields.ts';
import { packCode, parseBody } from './commands.ts';

const words = text(4000).check(z.minLength(1));
const caseNumber = text(20);

/** Bodies of what staff do with a case besides handling and resolving it. Apart, because they are loaded when asked for. */
export const caseworkBodies = {
  /** Directory id of who is to have the case. */
  assignment: z.strictObject({ assignee: packCode }),
  handOver: z.strictObject({ team: z.enum(teams) }),
  /** What staff conclude, in the words of a report; ages by band. What is absent was not judged. */
  assessment: z.strictObject({
    category: packCode,
    alsoCategories: z.exactOptional(z.array(packCode).check(z.maxLength(3))),
    platform: z.exactOptional(packCode),
    about: z.exactOptional(z.enum(abouts)),
    victims: z.exactOptional(
      z.array(z.strictObject({ ageBand: z.enum(ageBands), gender: z.enum(genders) })).check(z.maxLength(10)),
    ),
    moreVictims: z.exactOptional(z.boolean()),
    suspect: z.exactOptional(
      z.strictObject({
        relation: z.exactOptional(z.enum(suspectRelations)),
        adult: z.exactOptional(triState),
        livesWithChild: z.exactOptional(triState),
      }),
    ),
    flags: z.exactOptional(optionalEach(flags, triState)),
    region: z.exactOptional(packCode),
  }),
  note: z.strictObject({ text: words }),
  message: z.strictObject({ text: words }),
  waiting: z.strictObject({ for: z.enum(waitingFor) }),
  /** Needed while something is open or the case is not quiet long enough. */
  closure: z.strictObject({ because: z.optional(z.enum(closeReasons)) }),
  reopening: z.strictObject({}),
  /** `timer`: id of an armed clock, as the case shows it. `deadline` with its offset from UTC. */
  target: z.strictObject({
    timer: packCode,
    deadline: z.iso.datetime({ offset: true }),
    because: z.enum(targetMoveReasons),
  }),
  link: z.strictObject({ leadCase: caseNumber }),
  unlink: z.strictObject({}),
  notice: z.strictObject({ platform: packCode, way: z.enum(noticeWays) }),
  noticeAnswer: z.strictObject({ answer: z.enum(noticeAnswers) }),
} as const;
export type CaseworkBodies = { [N in keyof typeof caseworkBodies]: z.infer<(typeof caseworkBodies)[N]> };

/** Reads the body of such a command; none at all is an empty one. Throws a `Problem` `invalid_fields`. */
export function parseCaseworkBody<N extends keyof CaseworkBodies>(name: N, body: unknown): CaseworkBodies[N] {
  return parseBody(caseworkBodies[name] as unknown as z.ZodMiniType<CaseworkBodies[N]>, body);
}
