import type { Answer, BesaOverHttp, StaffOverHttp } from '#test/support/besa-over-http.ts';

/** What surrounds the request itself, without the looking that goes before a decision. */
export type Around = <T>(send: () => Promise<T>) => Promise<T>;

/** One thing that a person asks of the desk, and how. */
export interface Asked {
  name: string;
  /** The function that answers, when it is not the case desk. */
  by?: string;
  ask: (staff: StaffOverHttp, around: Around) => Promise<Answer<unknown>>;
}

/**
 * What one person and the reporter may do with a case of normal severity, in an order in which all of it is taken. What
 * needs a second person or a second case is not among it.
 */
export function deskDay(
  besa: BesaOverHttp,
  { caseNumber, receipt }: { caseNumber: string; receipt: string },
  assignee: string,
): Asked[] {
  const soon = () => new Date(Date.now() + 60 * 60_000).toISOString();
  const message = 'We have read what you wrote. You did the right thing.';
  const police = 'referrals/police_cybercrime-1';
  const given = { fields: ['narrative'], ground: 'consent', call: { name: 'Somebody who was called' } };
  return [
    look('GET attention', (staff) => staff.look('attention')),
    look('GET cases', (staff) => staff.list()),
    look('GET cases/{number}', (staff) => staff.show(caseNumber)),
    reporter(''),
    reporter('/messages', { text: 'It goes on.' }),
    reporter('/withdrawal'),
    command('claim', {}),
    command('read', { reason: 'on_duty' }),
    decision('assessment', { category: 'cyberbullying', flags: { repeated: true } }),
    command('notes', { text: 'A note for colleagues.' }),
    command('messages', { text: message }),
    command('notices', { platform: 'tiktok', way: 'reporting_form' }),
    command('notices/tiktok-1/answer', { answer: 'removed' }),
    decision('waiting', { for: 'reporter' }),
    decision('targets', () => ({ timer: '1.resolve.report', deadline: soon(), because: 'sooner_is_better' })),
    decision('hand-over', { team: 'helpline' }),
    decision('assignment', { assignee }),
    decision('severity', { severity: 'high', reason: 'greater_danger' }),
    decision('handling', { severity: 'high', safetyDecision: 'safe_for_now', nextStep: 'advise_reporter', message }),
    decision('exclusions', { institutions: [], people: ['staff-drita'] }),
    command('referrals', { institution: 'police_cybercrime', basis: 'al_cc_300' }),
    command(`${police}/change`, { lead: true }),
    command(`${police}/sending`, given),
    command(`${police}/reminder`, {}),
    command(`${police}/answer`, { answer: 'accepted' }),
    command(`${police}/read`, {}),
    command(`${police}/withdrawal`, { because: 'no_longer_needed' }),
    command('export', { reason: 'court_or_prosecutor' }),
    command('approvals/export-1', { verdict: 'refuse' }),
    command('hold', { because: 'audit' }),
    command('release', {}),
    decision('resolution', { outcome: 'advice_given', message }),
    decision('closure', { because: 'nothing_left_to_do' }),
    reporter('/helped', { helped: 'yes' }),
    decision('reopening', {}),
    command('receipt', { assuredBy: 'told_what_was_reported' }),
  ];

  function command(name: string, body: unknown): Asked {
    return look(name, (staff) => staff.command(caseNumber, name, body));
  }
  function reporter(name: string, body: object = {}): Asked {
    return {
      name: `follow-up${name}`,
      by: 'follow-up',
      ask: (_, around) => {
        const key = { 'idempotency-key': crypto.randomUUID() };
        return around(() => besa.post(`/v1/follow-up${name}`, { receipt, ...body }, key));
      },
    };
  }
  /** Looks first, as a person does. */
  function decision(name: string, body: object | (() => object)): Asked {
    return {
      name,
      ask: async (staff, around) => {
        const tag = (await staff.show(caseNumber)).headers.get('etag') ?? '';
        const content = typeof body === 'function' ? (body as () => object)() : body;
        return around(() => staff.command(caseNumber, name, content, { 'if-match': tag }));
      },
    };
  }
}

function look(name: string, send: (staff: StaffOverHttp) => Promise<Answer<unknown>>): Asked {
  return { name, ask: (staff, around) => around(() => send(staff)) };
}
