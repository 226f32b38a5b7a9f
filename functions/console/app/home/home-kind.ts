import { may, me } from '../frame/people.ts';
import { onDevice } from '../kept.ts';
import { attentionPath, workPaths } from './home-paths.ts';

/**
 * What home shows somebody: what nobody has seen in all cases, their own work, the queue as far as they see it, or only
 * where they can begin. An auditor sees cases, and works with logs.
 */
export type HomeKind = 'attention' | 'work' | 'queue' | 'start';

export function homeKind(): HomeKind {
  if (may('see_attention')) return 'attention';
  if (!may('list_cases') || may('see_access_log')) return 'start';
  return me.value?.role === 'counsellor' ? 'work' : 'queue';
}

const asked: Readonly<Record<string, readonly string[]>> = {
  attention: [attentionPath],
  work: Object.values(workPaths),
};

/** The kind of home that was shown here last. It says nothing of a person or a case. */
const kindKey = 'besa.home';

export function keepHomeKind(): void {
  onDevice.set(kindKey, homeKind());
}

/** What home asked for here last, and will most likely ask for again. */
export function homeAhead(): readonly string[] {
  return asked[onDevice.get(kindKey) ?? ''] ?? [];
}
