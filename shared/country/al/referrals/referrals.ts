import type { Referrals } from '../../../domain/referrals/referral-policy.ts';
import { addressed } from '../texts/addressed.ts';
import { institutions } from './institutions.ts';
import { dutyToReport, legalBases } from './legal-bases.ts';
import { referralMatrix } from './referral-matrix.ts';

export const referrals: Referrals = {
  institutions,
  legalBases,
  dutyToReport,
  matrix: referralMatrix,
  sharedBecause: {
    consent: addressed({ ti: 'Sepse na lejove.', ju: 'Sepse na lejuat.', en: 'Because you allowed it.' }),
    override: addressed({
      ti: 'Sepse ligji na kërkon të të mbrojmë ty ose dikë tjetër.',
      ju: 'Sepse ligji na kërkon t’ju mbrojmë ju ose dikë tjetër.',
      en: 'Because the law asks us to keep you or somebody else safe.',
    }),
    nothing_personal: addressed({
      ti: 'Vetëm adresat e faqeve, asgjë për ty.',
      ju: 'Vetëm adresat e faqeve, asgjë për ju.',
      en: 'Only addresses of pages, nothing about you.',
    }),
  },
};
