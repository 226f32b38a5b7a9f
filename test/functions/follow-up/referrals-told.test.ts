import * as fc from '#test/support/fast-check.ts';
import { expect, test } from 'vitest';
import { worded } from '#functions/follow-up/follow-up-wording.ts';
import { tellSharing } from '#shared/use-cases/referrals/tell-sharing.ts';
import { tellStatus } from '#functions/follow-up/tell-status.ts';
import { country } from '#shared/country/current.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import { decideHandling } from '#shared/domain/commands/handling/handle.ts';
import { decideWaiting } from '#shared/domain/commands/team/assign-and-note.ts';
import {
  decideAddingReferral,
  decideAnswer,
  decideDrop,
  decideReferralWithdrawal,
  decideSending,
  decideSent,
} from '#shared/domain/referrals/decide-referral.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { aCase, fridayNight } from '#test/support/builders.ts';

const policy = await country.loadReferrals();
const by = 'staff-anna';
const wording = await worded(country);
const reader = { address: 'child', language: 'en' } as const;

const steps = [
  'propose',
  'drop',
  'approve',
  'call',
  'send',
  'acknowledge',
  'accept',
  'decline',
  'complete',
  'withdraw',
] as const;
const others = ['handled to refer', 'handled to advise', 'waits for it', 'waits for nobody'] as const;
type What = (typeof steps)[number] | (typeof others)[number];

function decided(of: Case, what: What, id: string, now: string): Decision {
  const sending = {
    fields: [],
    ground: 'consent',
    hasMessage: false,
    addresses: 0,
    accounts: 0,
    hasUnit: false,
    contacts: ['contact'],
    owesLook: false,
  } as const;
  const handled = { severity: of.severity, safetyDecision: 'safe_for_now', hasMessage: true } as const;
  const answer = (input: Parameters<typeof decideAnswer>[2]) => decideAnswer(of, id, input, `staff:${by}`, now);
  switch (what) {
    case 'propose': {
      const input = { institution: 'police_cybercrime', basis: 'al_cc_300', isLead: false };
      return decideAddingReferral(of, input, policy, by, now);
    }
    case 'drop':
      return decideDrop(of, id, 'not_needed', by);
    case 'approve':
    case 'call':
      return decideSending(of, id, { ...sending, wasCalled: what === 'call' }, policy, by, now);
    case 'send':
      return decideSent(of, id, now);
    case 'acknowledge':
      return answer({ answer: 'acknowledged', hasName: true, how: 'phone' });
    case 'accept':
      return answer({ answer: 'accepted', hasName: false });
    case 'decline':
      return answer({ answer: 'declined', hasName: false, because: 'not_competent' });
    case 'complete':
      return answer({ answer: 'completed', hasName: false, outcome: 'support_given' });
    case 'withdraw':
      return decideReferralWithdrawal(of, id, 'sent_in_error', by, now);
    case 'handled to refer':
      return decideHandling(of, [], { ...handled, nextStep: 'refer_institution' }, by, now);
    case 'handled to advise':
      return decideHandling(of, [], { ...handled, nextStep: 'advise_reporter' }, by, now);
    case 'waits for it':
      return decideWaiting(of, 'institution', by);
    case 'waits for nobody':
      return decideWaiting(of, 'nobody', by);
    default:
      return what satisfies never;
  }
}

/** What a plain reader of the history knows of one referral. */
interface Known {
  hasLeft: boolean;
  isEnded: boolean;
  isTakenBack: boolean;
}

test('no order of steps lets the reporter read of an institution that has not heard, or that is waited for in vain', async () => {
  const visited = new Set<string>();
  const step = fc.record({ what: fc.constantFrom(...steps, ...others), n: fc.integer({ min: 1, max: 2 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (history) => {
      let of = aCase({ status: 'in_progress', readAt: fridayNight, lastReadAt: fridayNight });
      let now = fridayNight;
      const known = new Map<string, Known>();
      for (const { what, n } of history) {
        now = plusMinutes(now, 1);
        const id = `police_cybercrime-${n}`;
        const decision = decided(of, what, id, now);
        if (decision.outcome !== 'change') continue;
        of = changeCase(of, decision.parts, now).after;
        const one = known.get(id) ?? { hasLeft: false, isEnded: false, isTakenBack: false };
        if (what === 'call' || what === 'send' || what === 'acknowledge' || what === 'decline') one.hasLeft = true;
        if (what === 'decline' || what === 'complete' || what === 'withdraw') one.isEnded = true;
        if (what === 'withdraw') one.isTakenBack = true;
        if (what !== 'propose') known.set(id, one);

        const left = [...known.values()].filter(({ hasLeft }) => hasLeft);
        const shared = await tellSharing(of, new Map(), now, reader, wording);
        expect(shared).toHaveLength(left.length);
        const takenBack = left.filter(({ isTakenBack }) => isTakenBack);
        expect(shared.filter((sharing) => sharing.takenBack !== undefined)).toHaveLength(takenBack.length);
        const { code } = tellStatus({ case: of, timers: [], sealed: [] }, now, reader, wording, []).status;
        visited.add(code);
        const isWaitedFor = left.some(({ isEnded }) => !isEnded);
        expect(code === 'waiting_institution' && !isWaitedFor).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
  expect([...visited].sort()).toEqual(['in_progress', 'waiting_institution']);
});
