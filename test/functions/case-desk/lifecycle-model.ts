import type { CaseStatus } from '#shared/domain/case/status.ts';
import type { Team } from '#shared/domain/case/team.ts';
import { people } from './desk.ts';
import type { Who } from './desk.ts';
import { handling } from './reports.ts';

/**
 * What docs/practice.md says of a case's life, told a second time and more simply than the rules do: a test lives random cases on
 * the engine and holds every answer against it.
 */
export interface Life {
  status: CaseStatus;
  isRead: boolean;
  isHandled: boolean;
  assignee: string | undefined;
  team: Team;
  notes: number;
  messages: number;
  clock: number;
}

export const newborn: Life = {
  status: 'triaged',
  isRead: false,
  isHandled: false,
  assignee: undefined,
  team: 'hotline',
  notes: 0,
  messages: 0,
  clock: 1,
};

/** What one person asks for. */
export interface Asked {
  who: Who;
  name: string;
  body: Readonly<Record<string, unknown>>;
}

/** What must come of it: the life after it, the same life, no for this case as it stands, or no for this person. */
export type Verdict = Life | 'unchanged' | 'refused' | 'forbidden';

const isOver = ({ status }: Life): boolean => status === 'resolved' || status === 'closed';
const isWorkedOn = ({ status }: Life): boolean =>
  status === 'in_progress' || status === 'waiting_reporter' || status === 'waiting_institution';
const isAnothers = ({ assignee }: Life, who: Who): boolean => assignee !== undefined && assignee !== people[who].id;

const waitingStatus: Readonly<Record<string, CaseStatus>> = {
  reporter: 'waiting_reporter',
  institution: 'waiting_institution',
  nobody: 'in_progress',
};
/** A next step is only a plan. The reporter was asked, because every handling here has a message. No referral left. */
const statusAfterHandling: Readonly<Record<string, CaseStatus>> = { ask_reporter: 'waiting_reporter' };

/** What the model says to each command. */
export const verdicts: Readonly<Record<string, (life: Life, asked: Asked) => Verdict>> = {
  claim: (life, { who }) => {
    if (life.assignee === people[who].id) return 'unchanged';
    if (life.assignee !== undefined || isOver(life)) return 'refused';
    return { ...life, assignee: people[who].id };
  },
  read: (life) => ({ ...life, isRead: true, status: life.status === 'triaged' ? 'in_progress' : life.status }),
  notes: (life) => ({ ...life, notes: life.notes + 1 }),
  messages: (life) => (life.isRead ? { ...life, messages: life.messages + 1 } : 'refused'),
  assignment: (life, { who, body }) => {
    if (who === 'counsellor' && isAnothers(life, who)) return 'forbidden';
    if (isOver(life)) return 'refused';
    return life.assignee === body['assignee'] ? 'unchanged' : { ...life, assignee: body['assignee'] as string };
  },
  'hand-over': (life, { who, body }) => {
    if (who === 'counsellor' && isAnothers(life, who)) return 'forbidden';
    if (isOver(life)) return 'refused';
    return life.team === body['team'] ? 'unchanged' : { ...life, team: body['team'] as Team, assignee: undefined };
  },
  waiting: (life, { body }) => {
    const status = waitingStatus[body['for'] as string] ?? life.status;
    if (life.status === status) return 'unchanged';
    if (body['for'] === 'institution' || (body['for'] === 'reporter' && life.messages === 0)) return 'refused';
    return isWorkedOn(life) ? { ...life, status } : 'refused';
  },
  handling: (life, { body }) => {
    if (!life.isRead || !isWorkedOn(life)) return 'refused';
    const status = statusAfterHandling[body['nextStep'] as string] ?? 'in_progress';
    return { ...life, status, isHandled: true, messages: life.messages + 1 };
  },
  resolution: (life) =>
    life.isHandled && isWorkedOn(life) ? { ...life, status: 'resolved', messages: life.messages + 1 } : 'refused',
  closure: (life, { who }) => {
    if (who === 'counsellor' && life.assignee !== people[who].id) return 'forbidden';
    return life.status === 'resolved' ? { ...life, status: 'closed' } : 'refused';
  },
  reopening: (life) =>
    isOver(life) ? { ...life, status: 'in_progress', isHandled: false, clock: life.clock + 1 } : 'refused',
};

/** Bodies to choose from, by command. */
export const choices: Readonly<Record<keyof typeof verdicts, readonly Readonly<Record<string, unknown>>[]>> = {
  claim: [{}],
  read: [{ reason: 'on_duty' }],
  notes: [{ text: 'A note.' }],
  messages: [{ text: 'A message.' }],
  assignment: [{ assignee: people.counsellor.id }, { assignee: people.officer.id }],
  'hand-over': [{ team: 'hotline' }, { team: 'helpline' }],
  waiting: [{ for: 'reporter' }, { for: 'institution' }, { for: 'nobody' }],
  handling: ['advise_reporter', 'ask_reporter', 'refer_institution'].map((nextStep) => ({
    ...handling,
    severity: 'normal',
    nextStep,
  })),
  resolution: [{ outcome: 'advice_given', message: 'Call any time.' }],
  closure: [{ because: 'nothing_left_to_do' }],
  reopening: [{}],
};
