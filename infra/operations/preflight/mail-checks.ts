import { GetAccountCommand, GetEmailIdentityCommand } from '@aws-sdk/client-sesv2';
import { stackName } from '../../stacks.ts';
import { earnest } from './check.ts';
import type { Check } from './check.ts';
import { stackOf } from './stacks-of-stage.ts';

/** Whether letters to staff leave. */
export const mailChecks: readonly Check[] = [
  {
    what: 'mail',
    needs: ['ses:GetAccount'],
    look: async ({ clients, stage }) => {
      const { SendingEnabled, EnforcementStatus, ProductionAccessEnabled } = await clients.ses.send(
        new GetAccountCommand({}),
      );
      if (SendingEnabled !== true || EnforcementStatus === 'SHUTDOWN') {
        return { verdict: 'mend', says: 'SES has stopped sending: answer the case that AWS Support has opened.' };
      }
      if (EnforcementStatus === 'PROBATION') {
        return { verdict: 'mend', says: 'SES may soon stop sending (probation): answer the case of AWS Support.' };
      }
      if (ProductionAccessEnabled !== true) {
        return {
          verdict: earnest(stage),
          says: 'SES is in its sandbox: staff are not told. Ask for production access.',
        };
      }
      return { verdict: 'ok', says: 'SES sends to everybody.' };
    },
  },
  {
    what: 'mails a day',
    needs: ['ses:GetAccount'],
    look: async ({ clients, stage }) => {
      const { mailsPerDay } = stage.mail;
      const { SendQuota } = await clients.ses.send(new GetAccountCommand({}));
      // SES says -1 where it has no limit.
      const most = SendQuota?.Max24HourSend ?? 0;
      const taken = `SES takes ${most === -1 ? 'any number' : most} a day`;
      if (most !== -1 && most < mailsPerDay) {
        return { verdict: 'mend', says: `${taken}, mailsPerDay of infra/stages.ts is ${mailsPerDay}: write ${most}.` };
      }
      if (most === mailsPerDay) return { verdict: 'ok', says: `${taken}, as mailsPerDay says.` };
      return { verdict: 'later', says: `${taken}; letters are paced by mailsPerDay, which is ${mailsPerDay}.` };
    },
  },
  {
    what: 'mail domain',
    needs: ['ses:GetEmailIdentity', 'cloudformation:DescribeStacks'],
    look: async ({ clients, stage }) => {
      const { domain } = stage.mail;
      const records = `put its three DKIM records into the DNS of ${domain}`;
      try {
        const { DkimAttributes: dkim, VerifiedForSendingStatus: verified } = await clients.ses.send(
          new GetEmailIdentityCommand({ EmailIdentity: domain }),
        );
        if (verified === true && dkim?.Status === 'SUCCESS') return { verdict: 'ok', says: `${domain} is verified.` };
        const says = `${domain} is not verified (DKIM ${dkim?.Status ?? 'unknown'}): no mail leaves; ${records}.`;
        return { verdict: dkim?.Status === 'FAILED' ? 'mend' : earnest(stage), says };
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'NotFoundException') throw error;
      }
      const deployed = (await stackOf(clients.cloudformation, stackName(stage.name, 'Reactors'))) !== undefined;
      return deployed
        ? { verdict: 'mend', says: `SES does not know ${domain} any more: deploy the stack of the reactors again.` }
        : { verdict: 'later', says: `not yet: the first deployment makes ${domain}; then ${records}.` };
    },
  },
];
