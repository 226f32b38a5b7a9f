import { mayRefuse, noticedRoles } from '#shared/domain/people/power/second-person.ts';
import { institutionOf } from '#shared/domain/case/referral.ts';
import type { PersonKind, PersonPanel, PersonState } from '#shared/domain/console/centre/people-words.ts';
import type { DirectoryAnswers, Me } from '../../api/answers.ts';

/** Somebody of the directory, as the API shows them. */
export type PersonView = DirectoryAnswers['Person'];
export type WaitingView = NonNullable<PersonView['waiting']>;

/** Who signs in, who is told only, and who answers for an institution. Whoever waits for a first role has an account. */
export function kindOf({ duties, role, waiting }: Pick<PersonView, 'duties' | 'role' | 'waiting'>): PersonKind {
  if (duties.some((duty) => institutionOf(duty) !== undefined)) return 'institution';
  return role === undefined && typeof waiting?.set['role'] !== 'string' ? 'contact' : 'account';
}

/** What is worth saying of somebody, most urgent first. */
export function statesOf(of: PersonView): PersonState[] {
  const holds: Readonly<Record<PersonState, boolean>> = {
    waiting: of.waiting !== undefined,
    barred: of.barred === true,
    suspended: !of.active,
    distrusted: of.distrusted !== undefined,
    unreachable: of.unreachable !== undefined,
    chosen: of.chosen !== undefined,
    held: (of.held ?? []).length > 0,
  };
  return (Object.keys(holds) as PersonState[]).filter((state) => holds[state]);
}

/** What a person may do about a record. Each request is decided again by the API. */
export interface Offers {
  /** Panels of the record, in their order. */
  panels: PersonPanel[];
  approve: boolean;
  refuse: boolean;
  /** Whether refusing takes back what one asked for oneself. */
  isOwn: boolean;
  /** Record what the outside partner said on the phone. */
  call: boolean;
}

export type Asker = Pick<Me, 'id' | 'role' | 'cleared' | 'may'>;

export function offersOn(me: Asker, of: PersonView): Offers {
  return { panels: panelsOn(me, of), ...decisionsOn(me, of) };
}

function panelsOn(me: Asker, of: PersonView): PersonPanel[] {
  if (!me.may.includes('manage_directory')) return [];
  const { waiting, active, barred } = of;
  const isOut = !active || barred === true;
  const isSuspension = barred === true && waiting?.set['active'] === false;
  const offered: Readonly<Record<PersonPanel, boolean>> = {
    change: waiting === undefined,
    mail: waiting === undefined && of.unreachable !== undefined,
    // Nobody brings themselves back.
    return: isOut && (waiting === undefined || isSuspension) && of.id !== me.id,
    // What harms most stands last.
    suspension: !isAskedAlready(of) || of.distrusted === undefined,
  };
  return (Object.keys(offered) as PersonPanel[]).filter((panel) => offered[panel]);
}

/** Whether a suspension is over, or waits with somebody who can decide it. */
function isAskedAlready({ waiting, active, barred }: PersonView): boolean {
  if (waiting === undefined) return !active;
  if (barred !== true || waiting.set['active'] !== false) return false;
  return waiting.partner !== undefined || (waiting.deciders ?? []).length > 0;
}

function decisionsOn(me: Asker, { id, waiting }: PersonView): Omit<Offers, 'panels'> {
  if (waiting === undefined) return { approve: false, refuse: false, isOwn: false, call: false };
  const { askedBy, because, deciders = [], partner } = waiting;
  const by = { id: me.id, role: me.role, cleared: me.cleared, active: true };
  return {
    approve: deciders.includes(me.id),
    refuse: mayRefuse(by, { askedBy, about: id, because }),
    isOwn: askedBy === me.id,
    call: partner !== undefined && id !== me.id && noticedRoles.includes(me.role),
  };
}
