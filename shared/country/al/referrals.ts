import type { Referrals } from '../../domain/country-pack.ts';
import { institutions } from './institutions.ts';
import { dutyToReport, legalBases } from './legal-bases.ts';

export const referrals: Referrals = { institutions, legalBases, dutyToReport };
