import type { Referrals } from '../../../domain/referrals/referral-policy.ts';
import { institutions } from './institutions.ts';
import { dutyToReport, legalBases } from './legal-bases.ts';
import { referralMatrix } from './referral-matrix.ts';

export const referrals: Referrals = {
  institutions,
  legalBases,
  dutyToReport,
  matrix: referralMatrix,
  sharedBecause: {
    consent: { sq: 'Sepse ti ishe dakord.', en: 'Because you agreed.' },
    override: {
      sq: 'Sepse ligji na kërkon të mbrojmë ty ose dikë tjetër.',
      en: 'Because the law asks us to keep you or somebody else safe.',
    },
    nothing_personal: {
      sq: 'Vetëm adresat e faqeve, asgjë për ty.',
      en: 'Only addresses of pages, nothing about you.',
    },
  },
};
