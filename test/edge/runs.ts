/** How often a property is tried; `BESA_EDGE_RUNS` raises it for a long look. */
export function runs(usual: number): { numRuns: number } {
  const asked = Number(process.env['BESA_EDGE_RUNS'] ?? usual);
  return { numRuns: Math.max(usual, Number.isInteger(asked) ? asked : usual) };
}
