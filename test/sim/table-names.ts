import type { System } from './system.ts';

/** The name of a table by the variable that functions read it from. */
export function tableIn({ functions }: System['blueprint'], variable: string): string {
  return functions.map(({ environment }) => environment[variable]).find(Boolean) ?? '';
}
