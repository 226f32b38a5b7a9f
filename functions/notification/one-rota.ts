import { readOnce } from '#shared/lambda/read-once.ts';
import type { Directory } from '#shared/ports/directory.ts';

/** The directory for one batch of messages: the same duties are looked up once for all of them. */
export function withOneRota(directory: Directory): Directory {
  const rota = readOnce((duties: string) => directory.rota(duties.split(' ')));
  return {
    ...directory,
    holders: async (duties, at) => (await rota(duties.join(' '))).holders(duties, at),
    marked: async (duties, at) => (await rota(duties.join(' '))).marked(duties, at),
  };
}
