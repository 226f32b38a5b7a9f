import type { Answer, StaffOverHttp } from '#test/support/besa-over-http.ts';

/** What surrounds the request itself, without the looking that goes before a decision. */
export type Around = <T>(send: () => Promise<T>) => Promise<T>;

/** One thing that a person asks of the desk, and how. */
export interface Asked {
  name: string;
  ask: (staff: StaffOverHttp, around: Around) => Promise<Answer<unknown>>;
}

/** Everything a person may do with a case of normal severity, in an order in which all of it is taken. */
export function deskDay(caseNumber: string, assignee: string): Asked[] {
  const soon = () => new Date(Date.now() + 60 * 60_000).toISOString();
  const message = 'We have read what you wrote. You did the right thing.';
  return [
    look('GET cases', (staff) => staff.list()),
    look('GET cases/{number}', (staff) => staff.show(caseNumber)),
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
    decision('resolution', { outcome: 'advice_given', message }),
    decision('closure', { because: 'nothing_left_to_do' }),
    decision('reopening', {}),
  ];

  function command(name: string, body: unknown): Asked {
    return look(name, (staff) => staff.command(caseNumber, name, body));
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
