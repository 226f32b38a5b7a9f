import { Problem } from '#shared/contracts/http/http.ts';
import { parseTimerId } from '#shared/domain/case/timer-id.ts';
import { decideAcknowledgement } from '#shared/domain/commands/handling/acknowledge.ts';
import { decideAssessment } from '#shared/domain/commands/handling/assess.ts';
import { decideDanger } from '#shared/domain/commands/handling/call-for-danger.ts';
import { decideSeverity } from '#shared/domain/commands/handling/change-severity.ts';
import { decideClaim, decideHandling } from '#shared/domain/commands/handling/handle.ts';
import { decideTargetMove } from '#shared/domain/commands/handling/move-target.ts';
import { decideWaiting } from '#shared/domain/commands/team/assign-and-note.ts';
import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import type { Directory } from '#shared/ports/directory.ts';
import { askingOf, sayNobodyToAsk } from '../approvals/asking.ts';
import type { AskingDeps } from '../approvals/asking.ts';
import { commandHandlers } from '../command-handlers.ts';
import type { CommandDeps } from '../command-handlers.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { messageSealer } from '../seal-message.ts';
import { noteSealer } from '../team/seal-note.ts';

export interface HandlingDeps extends CommandDeps, OpenCaseDeps, AskingDeps {
  directory: Pick<Directory, 'member'> & AskingDeps['directory'];
  country: TimerPolicy &
    Pick<
      CountryPack,
      'approvals' | 'categories' | 'communities' | 'loadReferrals' | 'platforms' | 'regions' | 'targets'
    >;
}

/** What staff do with a case while it is worked on. */
export function handlingCommands(deps: HandlingDeps) {
  const { country, directory } = deps;
  const askingFor = askingOf(deps);
  return commandHandlers(deps, {
    /**
     * Whoever claims first has the case. `case.assignee` of the 409 tells everybody else who that is. A case whose
     * holder is gone is free.
     */
    claim: {
      action: 'claim_case',
      decide: async ({ case: of }, { by }) => {
        const assignee = of.assignee === undefined ? undefined : await directory.member(of.assignee);
        return decideClaim(of, by.id, assignee);
      },
    },
    /**
     * Any caseworker may raise, only an officer or above may lower. The case decides which of the two it is. So the
     * rule itself checks the right to lower, and asks for the second person.
     */
    severity: {
      action: 'raise_severity',
      decide: async ({ case: of, timers }, { body: { severity, reason: because }, by }, now) => {
        const asking = await askingFor(of, { kind: 'lowering' }, by, now);
        return decideSeverity(of, timers, { severity, because }, asking, country, now);
      },
      taken: sayNobodyToAsk(deps),
    },
    /**
     * The severity is confirmed, a safety decision and the next step are recorded. The reporter is written to, or it is
     * recorded why not.
     */
    handling: {
      action: 'handle_case',
      decide: ({ case: of, timers }, { body: { message, ...rest }, by }, now) =>
        decideHandling(of, timers, { ...rest, hasMessage: message !== undefined }, by.id, now),
      seals: ({ body }) => ({ seal: messageSealer(deps, body.message) }),
    },
    /** A person has seen the escalation of this rung. */
    acknowledgement: {
      action: 'acknowledge_escalation',
      check: ({ path: { timer = '', rung } }) => {
        const isRung = country.ladder.rungs.some(({ id }) => id === rung);
        if (parseTimerId(timer) === undefined || !isRung) throw new Problem('not_found', 404);
      },
      decide: ({ case: of, timers }, { path: { timer = '', rung = '' }, by }, now) =>
        decideAcknowledgement(of, timers, { timer, rung }, country, by.id, now),
    },
    /** What staff conclude, beside what was reported. */
    assessment: {
      action: 'assess_case',
      decide: ({ case: of }, { body, by }, now) => decideAssessment(of, body, country, by.id, now),
    },
    /** Somebody was called for a person in danger, or why nobody was. The words stand in a note. */
    danger: {
      action: 'record_danger',
      decide: async ({ case: of, timers }, { body, by }, now) =>
        decideDanger(
          of,
          timers,
          { ...body, hasWords: wordsOfDanger(body) !== undefined },
          await country.loadReferrals(),
          by.id,
          now,
        ),
      seals: ({ body, by }) => {
        const words = wordsOfDanger(body);
        return words === undefined ? {} : { sealNote: noteSealer(deps, words, by.id) };
      },
    },
    /** For whom the case waits, or that it waits no more. No clock stops. */
    waiting: {
      action: 'wait_case',
      decide: ({ case: of }, { body, by }) => decideWaiting(of, body.for, by.id),
    },
    /** Moves an internal deadline, with a reason. The promise never moves. */
    target: {
      action: 'move_target',
      decide: ({ case: of, timers }, { body, by }, now) => {
        const input = { ...body, deadline: new Date(body.deadline).toISOString() };
        return decideTargetMove(of, timers, input, country, by.id, now);
      },
    },
  });
}

/** What a person wrote beside the codes, as one note: who answered and under which reference, or why nobody was called. */
function wordsOfDanger({ called, note }: CommandBodies['danger']): string | undefined {
  const words = called === undefined ? [note] : [called.answeredBy, called.reference];
  const said = words.filter((one) => one !== undefined);
  return said.length === 0 ? undefined : said.join(' · ');
}
