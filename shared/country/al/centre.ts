import type { Centre } from '#shared/domain/country-pack.ts';

/**
 * The centre as people and institutions know it. What is `unverified` was not told by the centre: it is set before
 * production (docs/deploy.md). No telephone in Tirana begins with 0, so the number of the placeholder rings nowhere.
 */
export const centre: Centre = {
  name: { sq: 'iSIGURT.al', en: 'iSIGURT.al' },
  helpline: '116111',
  institutionsPhone: {
    value: '+355 4 000 0000',
    source: 'Placeholder',
    unverified: true,
  },
  office: {
    value: 'raporto.isigurt.example/office',
    source: 'Placeholder',
    unverified: true,
  },
  postalAddress: {
    value: 'Tiranë',
    source: 'Placeholder',
    unverified: true,
  },
  mail: {
    value: 'institucione@isigurt.example',
    source: 'Placeholder',
    unverified: true,
  },
};
