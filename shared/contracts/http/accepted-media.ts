/** One range of an `Accept` header. */
interface Range {
  type: string;
  quality: number;
}

/**
 * Whether whoever asks would rather have a page than JSON, by `Accept` (RFC 9110, 12.5.1). A browser names `text/html`.
 * A program that says nothing, or takes anything, gets JSON.
 */
export function prefersHtml(accept: string | undefined): boolean {
  return prefers('text/html', accept);
}

/** Whether whoever asks would rather have a table as a file than JSON. */
export function prefersCsv(accept: string | undefined): boolean {
  return prefers('text/csv', accept);
}

function prefers(type: string, accept = '*/*'): boolean {
  const ranges = rangesOf(accept);
  const json = Math.max(qualityOf('application/json', ranges), qualityOf('application/problem+json', ranges));
  return qualityOf(type, ranges) > json;
}

/** More ranges than these in one header are not read. */
const mostRanges = 50;

function rangesOf(accept: string): Range[] {
  return accept.split(',', mostRanges).flatMap((part) => {
    const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const quality = parameters.map((one) => /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(one)?.[1]).find(Boolean);
    return type === '' ? [] : [{ type, quality: quality === undefined ? 1 : Number(quality) }];
  });
}

/** The quality of a media type: of the range that names it most exactly. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const [family = ''] = type.split('/', 1);
  for (const named of [type, `${family}/*`, '*/*']) {
    const range = ranges.find((one) => one.type === named);
    if (range !== undefined) return range.quality;
  }
  return 0;
}
