import { afterEach, beforeEach, vi } from 'vitest';

/** Everything a function under test writes to its log, as lines read back; nothing of it reaches the terminal. */
export function catchLog(): () => Record<string, unknown>[] {
  let lines: string[] = [];
  beforeEach(() => {
    lines = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
      lines.push(String(line));
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  return () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}
