import type { WorkingDays } from '#shared/domain/time/working-days.ts';

/**
 * The days on which institutions work. A holiday at a weekend moves to the next day that is worked, and stands here under
 * that day. The two Bajram feasts follow the moon. The Council of Ministers says their day, and which days move, each
 * year. Those stand as `unverified`. The holidays are those of Law no. 7651 of 21.12.1992, as amended (22 November
 * since 2024), and of the calendar of ICE Tirana for 2025.
 */
export const workingDays: WorkingDays = {
  weekdays: [1, 2, 3, 4, 5],
  holidays: [
    // 2026
    { day: '2026-01-01', name: 'Viti i Ri' },
    { day: '2026-01-02', name: 'Viti i Ri' },
    { day: '2026-03-16', name: 'Dita e Verës' },
    { day: '2026-03-20', name: 'Fitër Bajrami', unverified: true },
    { day: '2026-03-23', name: 'Dita e Nevruzit' },
    { day: '2026-04-06', name: 'Pashkët Katolike' },
    { day: '2026-04-13', name: 'Pashkët Ortodokse' },
    { day: '2026-05-01', name: 'Dita Ndërkombëtare e Punonjësve' },
    { day: '2026-05-27', name: 'Kurban Bajrami', unverified: true },
    { day: '2026-09-07', name: 'Dita e Shenjtërimit të Shenjt Terezës' },
    { day: '2026-11-23', name: 'Dita e Alfabetit' },
    { day: '2026-11-30', name: 'Dita e Flamurit dhe e Pavarësisë' },
    { day: '2026-12-01', name: 'Dita e Çlirimit' },
    { day: '2026-12-08', name: 'Dita Kombëtare e Rinisë' },
    { day: '2026-12-25', name: 'Krishtlindjet' },
    // 2027
    { day: '2027-01-01', name: 'Viti i Ri' },
    { day: '2027-01-04', name: 'Viti i Ri' },
    { day: '2027-03-10', name: 'Fitër Bajrami', unverified: true },
    { day: '2027-03-15', name: 'Dita e Verës' },
    { day: '2027-03-22', name: 'Dita e Nevruzit' },
    { day: '2027-03-29', name: 'Pashkët Katolike', unverified: true },
    { day: '2027-05-03', name: 'Dita Ndërkombëtare e Punonjësve', unverified: true },
    { day: '2027-05-04', name: 'Pashkët Ortodokse', unverified: true },
    { day: '2027-05-17', name: 'Kurban Bajrami', unverified: true },
    { day: '2027-09-06', name: 'Dita e Shenjtërimit të Shenjt Terezës' },
    { day: '2027-11-22', name: 'Dita e Alfabetit' },
    { day: '2027-11-29', name: 'Dita e Çlirimit' },
    { day: '2027-11-30', name: 'Dita e Flamurit dhe e Pavarësisë' },
    { day: '2027-12-08', name: 'Dita Kombëtare e Rinisë' },
    { day: '2027-12-27', name: 'Krishtlindjet' },
    // 2028
    { day: '2028-01-03', name: 'Viti i Ri' },
    { day: '2028-01-04', name: 'Viti i Ri' },
    { day: '2028-02-28', name: 'Fitër Bajrami', unverified: true },
    { day: '2028-03-14', name: 'Dita e Verës' },
    { day: '2028-03-22', name: 'Dita e Nevruzit' },
    { day: '2028-04-17', name: 'Pashkët Katolike', unverified: true },
    { day: '2028-04-18', name: 'Pashkët Ortodokse', unverified: true },
    { day: '2028-05-01', name: 'Dita Ndërkombëtare e Punonjësve' },
    { day: '2028-05-05', name: 'Kurban Bajrami', unverified: true },
    { day: '2028-09-05', name: 'Dita e Shenjtërimit të Shenjt Terezës' },
    { day: '2028-11-22', name: 'Dita e Alfabetit' },
    { day: '2028-11-28', name: 'Dita e Flamurit dhe e Pavarësisë' },
    { day: '2028-11-29', name: 'Dita e Çlirimit' },
    { day: '2028-12-08', name: 'Dita Kombëtare e Rinisë' },
    { day: '2028-12-25', name: 'Krishtlindjet' },
  ],
};
