import { shardCount } from './table-design.ts';

/** The shard of a case in the sparse indexes: FNV-1a over its id. It must be the same in every process and version. */
export function shardOf(caseId: string): number {
  let hash = 0x811c9dc5;
  for (const character of caseId) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash % shardCount;
}

export const shards: readonly number[] = Array.from({ length: shardCount }, (_, shard) => shard);
