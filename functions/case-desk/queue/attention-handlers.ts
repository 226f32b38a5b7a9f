import { seeAttention } from './see-attention.ts';
import type { SeeAttentionDeps } from './see-attention.ts';

export type AttentionDeps = SeeAttentionDeps;

/** What nobody has seen. Loaded when somebody asks for it, so that no start waits for it. */
export function attentionHandlers(deps: AttentionDeps) {
  return { see: seeAttention(deps) };
}
