import { describe, expect, test } from 'vitest';
import { joinReport, splitReport } from '#shared/domain/report/report-parts.ts';
import { aReport } from '#test/support/builders.ts';

describe('a report taken apart for sealing', () => {
  test('has its words and its addresses each apart, and nothing of them in the details', () => {
    const report = aReport({ narrative: 'CANARY', urls: ['CANARY.example'], accounts: [{ handle: 'CANARY' }] });
    const { narrative, details, addresses } = splitReport(report);
    expect(narrative).toBe('CANARY');
    expect(addresses).toEqual({ urls: ['CANARY.example'], accounts: [{ handle: 'CANARY' }] });
    expect(JSON.stringify(details)).not.toContain('CANARY');
  });

  test('is the same report when it is put together again, with words and addresses or without', () => {
    const { narrative: _, ...wordless } = aReport();
    for (const urls of [[], ['example.com']]) {
      for (const accounts of [[], [{ handle: 'someone' }]]) {
        for (const report of [aReport({ urls, accounts }), { ...wordless, urls, accounts }]) {
          const parts = splitReport(report);
          expect(joinReport(parts)).toEqual(report);
          expect('addresses' in parts).toBe(urls.length + accounts.length > 0);
          expect('narrative' in parts).toBe('narrative' in report);
        }
      }
    }
  });
});
