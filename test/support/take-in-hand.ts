import type { StaffOverHttp } from './besa-over-http.ts';

/** Reads and handles a case, so that it calls nobody while a test lives through hours that are about something else. */
export async function takeInHand(staff: StaffOverHttp, caseNumber: string): Promise<void> {
  await staff.command(caseNumber, 'read', { reason: 'on_duty' });
  const { severity } = (await staff.show(caseNumber)).body;
  const decision = { severity, safetyDecision: 'at_risk_acted', nextStep: 'refer_institution' };
  const { status } = await staff.decide(caseNumber, 'handling', { ...decision, noMessageBecause: 'no_thread_wanted' });
  if (status !== 200) throw new Error(`Handling was answered ${status}.`);
}
