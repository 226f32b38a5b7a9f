import { maySignIn } from '#shared/domain/access/authorize.ts';
import type { DirectoryBodies } from '#shared/contracts/http/directory/changes.ts';
import { directoryParser } from '#shared/contracts/http/directory/changes.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { Referrals } from '#shared/domain/referrals/referral-policy.ts';
import type { DirectoryAction } from '#shared/domain/people/directory-audit.ts';
import type { Person } from '#shared/domain/people/person.ts';
import { callCodeFrom } from '#shared/domain/identifiers.ts';
import { institutionOf } from '#shared/domain/case/referral.ts';
import { noticesOf } from '#shared/domain/people/directory-notice.ts';
import { unitGaps } from '#shared/domain/people/recipients.ts';
import { personOf, type StaffRecord } from '#shared/domain/people/staff-record.ts';
import {
  decideAddition,
  decideChange,
  decideReturn,
  decideSuspension,
  decideWaiting,
  peopleAsOf,
  type Asked,
  type StaffingDecision,
} from '#shared/domain/people/power/change-person.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { FieldProblem } from '#shared/domain/problems.ts';
import { forbidden, Problem } from '#shared/contracts/http/http.ts';
import type { Admitted } from '#shared/use-cases/admit-staff.ts';
import { checkIfMatch } from '#shared/use-cases/answer-once.ts';
import { takeChange, type TakeChangeDeps } from '../take-change.ts';
import { personView } from './person-view.ts';

export interface PeopleDeps extends TakeChangeDeps {
  country: Pick<CountryPack, 'languages' | 'ladder' | 'approvals'>;
  referrals: () => Promise<Pick<Referrals, 'institutions'>>;
  randomBytes: (count: number) => Uint8Array;
}

/** What is done to one record. `before` is absent for a new person. */
interface Step<B> {
  name: keyof DirectoryBodies;
  /** Its name in the audit. For the answer of the second person, that depends on the answer. */
  action: (body: B) => DirectoryAction;
  admit: (request: HttpRequest) => Promise<Admitted>;
  isNew?: true;
  /** The record that is written, where the body says what is in it. */
  wanted?: (before: StaffRecord | undefined, body: B, now: string) => Person;
  decide: (asked: Asked, before: StaffRecord | undefined, body: B) => StaffingDecision;
}

type Handle = (request: HttpRequest) => Promise<HttpAnswer>;

/** Everything that changes a person's record. */
export function peopleHandlers(deps: PeopleDeps) {
  const parse = directoryParser(deps.country);
  const take = takeChange(deps);
  const administrators = (request: HttpRequest): Promise<Admitted> => deps.admit(request, 'manage_directory');

  function handlerOf<N extends keyof DirectoryBodies>(step: Step<DirectoryBodies[N]> & { name: N }): Handle {
    return async (request) => {
      const by = await step.admit(request);
      const body = parse(step.name, request.body);
      await refuseUnknownInstitutions(body, deps.referrals);
      return take({
        name: step.name,
        by,
        request,
        content: body,
        decide: async (now) => {
          const stored = await deps.book.people();
          const people = peopleAsOf(stored, now);
          // Somebody else may have ended this sign-in since the request came.
          if (!maySignIn(people.find(({ id }) => id === by.id))) throw forbidden('role');
          const written = stored.find(({ id }) => id === request.path['person']);
          const before = people.find(({ id }) => id === request.path['person']);
          if (step.isNew !== true && before === undefined) throw new Problem('not_found', 404);
          if (before !== undefined) checkIfMatch(request, before, () => shownPerson(before));
          const asked: Asked = {
            people,
            by,
            now,
            policy: deps.country.approvals,
            rungs: deps.country.ladder.rungs,
            newCode: () => callCodeFrom(deps.randomBytes(5)),
          };
          const wanted = step.wanted?.(before, body, now);
          const gaps = wanted === undefined ? [] : unitGaps(wanted, (await deps.referrals()).institutions);
          if (gaps.length > 0) throw new Problem('invalid_fields', 422, { errors: gaps });
          const decision = step.decide(asked, before, body);
          if (decision.outcome === 'refused') throw problemOf(decision, before);
          if (decision.outcome === 'unchanged') {
            const { revision, ...same } = known(before);
            return { outcome: 'unchanged', revision, shown: (at) => personView(same, at) };
          }
          const { after, others, decidedBy, isWrongCode } = decision;
          const timeTaken = others.map(({ before: { id } }) => id);
          return {
            outcome: 'change',
            action: isWrongCode === true ? 'call_wrong' : step.action(body),
            about: after.id,
            // The record as it counted. A change that came to hold by itself was nobody's doing now; its own audit row
            // says who asked.
            before,
            after,
            audited: {
              ...(decidedBy === undefined ? {} : { decidedBy }),
              ...(timeTaken.length === 0 ? {} : { timeTaken }),
            },
            rows: { person: { ...(written === undefined ? {} : { before: written }), after, others } },
            notices: isWrongCode === true ? [] : noticesOf(asked, before, after),
            ...(isWrongCode === true
              ? { problem: new Problem('conflict', 409, { extra: { because: 'wrong_code' } }) }
              : {}),
            shown: (revision) => personView(after, revision),
          };
        },
      });
    };
  }

  const known = (before: StaffRecord | undefined): StaffRecord => {
    if (before === undefined) throw new Problem('not_found', 404);
    return before;
  };
  return {
    person: handlerOf({
      name: 'person',
      action: () => 'person_added',
      admit: administrators,
      isNew: true,
      wanted: (_, body) => newPerson(body),
      decide: (asked, _, body) => decideAddition(asked, newPerson(body)),
    }),
    personChange: handlerOf({
      name: 'personChange',
      action: () => 'person_changed',
      admit: administrators,
      wanted: (before, body, now) => changedPerson(known(before), body, now),
      decide: (asked, before, body) =>
        decideChange(asked, known(before), changedPerson(known(before), body, asked.now)),
    }),
    suspension: handlerOf({
      name: 'suspension',
      action: () => 'person_suspended',
      admit: administrators,
      decide: (asked, before, { distrusted }) => decideSuspension(asked, known(before), distrusted === true),
    }),
    return: handlerOf({
      name: 'return',
      action: () => 'person_brought_back',
      admit: administrators,
      decide: (asked, before) => decideReturn(asked, known(before)),
    }),
    // Supervisors and directors are told of a change that waits with nobody to approve it. They may stop it. They also
    // confirm that a last place is lost, and record the outside partner's call.
    approval: handlerOf({
      name: 'approval',
      action: ({ verdict }) => (verdict === 'approve' ? 'change_approved' : 'change_refused'),
      admit: (request) => deps.admit(request, 'approve'),
      decide: (asked, before, { verdict, call }) => decideWaiting(asked, known(before), verdict, call),
    }),
  };
}

function newPerson({ contact, phone, role, team, unit, codeBy, ...rest }: DirectoryBodies['person']): Person {
  return {
    ...rest,
    active: true,
    ...(contact === undefined ? {} : { contact }),
    ...(phone === undefined ? {} : { phone }),
    ...(role === undefined ? {} : { role }),
    ...(team === undefined ? {} : { team }),
    ...(unit === undefined ? {} : { unit }),
    ...(codeBy === undefined ? {} : { codeBy }),
  };
}

/** The record, with the values of the body in place of the old ones. `null` removes a field. */
function changedPerson(before: StaffRecord, body: DirectoryBodies['personChange'], now: string): Person {
  const said = Object.entries(body).filter(([, value]) => value !== undefined);
  const { unreachable, testedAt, ...person } = personOf(before, now);
  // Whoever writes the address, even the same one, says that it is right. No test has shown it yet.
  const ofAddress = body.mail === undefined ? { unreachable, testedAt } : {};
  const merged = Object.entries({ ...person, ...ofAddress, ...Object.fromEntries(said) });
  return Object.fromEntries(merged.filter(([, value]) => (value ?? null) !== null)) as unknown as Person;
}

async function refuseUnknownInstitutions(body: object, referrals: PeopleDeps['referrals']): Promise<void> {
  if (!('duties' in body) || !Array.isArray(body.duties)) return;
  const duties = body.duties as readonly string[];
  if (duties.every((duty) => institutionOf(duty) === undefined)) return;
  const codes = (await referrals()).institutions.map(({ code }) => code);
  const errors = duties.flatMap((duty, at): FieldProblem[] => {
    const code = institutionOf(duty);
    return code === undefined || codes.includes(code) ? [] : [{ pointer: `/duties/${at}`, code: 'unknown_code' }];
  });
  if (errors.length > 0) throw new Problem('invalid_fields', 422, { errors });
}

const shownPerson = (before: StaffRecord) => ({ person: personView(before, before.revision) });

function problemOf(
  { because, gaps }: StaffingDecision & { outcome: 'refused' },
  before: StaffRecord | undefined,
): Problem {
  if (because === 'fields_missing') return new Problem('invalid_fields', 422, { errors: gaps });
  return new Problem('conflict', 409, { extra: { because, ...(before === undefined ? {} : shownPerson(before)) } });
}
