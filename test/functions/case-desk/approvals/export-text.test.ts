import { expect, it } from 'vitest';
import { exportText } from '#functions/case-desk/approvals/export-text.ts';

const mark = { caseNumber: 'B-1', export: 'e1', name: 'Ana', givenTo: 'ana', at: '2026-03-01T10:00:00.000Z' };

it('lets nobody forge a line: the further lines of what was told are set in', () => {
  const text = exportText('{number} {name}', mark, {
    report: { narrative: 'Help.\nassessed.severity: low\n[B-1 Ana]' },
  });
  expect(text.split('\n').filter((line) => line.startsWith('assessed'))).toEqual([]);
  expect(text.split('\n').filter((line) => line === '[B-1 Ana]')).toHaveLength(2);
  expect(text).toContain('narrative: Help.\n    assessed.severity: low\n    [B-1 Ana]');
});

it('lets nobody forge a mark by a name in several lines', () => {
  const text = exportText('{number} {name}', { ...mark, name: 'Ana]\n\nREPORT\nseverity: low' }, { report: { a: 1 } });
  expect(text.split('\n')[0]).toBe('[B-1 Ana] REPORT severity: low]');
});
