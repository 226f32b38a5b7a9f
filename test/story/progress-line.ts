const barWidth = 40;
const dayMs = 86_400_000;

/** Shows how far a span of days has come: one moving line on a terminal, else a line each month's thirty days. */
export function progressLine(from: number, days: number, reports: number) {
  const isTerminal = process.stdout.isTTY;
  let shown = -1;
  return {
    show: (at: number, taken: number): void => {
      const day = Math.min(days, Math.floor((at - from) / dayMs));
      const step = isTerminal ? day : Math.floor(day / 30);
      if (step <= shown) return;
      shown = step;
      const filled = Math.round((day / days) * barWidth);
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
      const text = `${new Date(at).toISOString().slice(0, 10)}  ${taken} of ${reports} reports`;
      if (isTerminal) process.stdout.write(`\r${bar}  ${text}`);
      else console.log(text);
    },
    end: (): void => {
      if (isTerminal) process.stdout.write('\n');
    },
  };
}
