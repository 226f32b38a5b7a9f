import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { DirectoryBodies } from '#shared/contracts/http/directory/changes.ts';
import { routesOfCaseDesk, routesOfDirectory, routesOfFiling } from '#shared/contracts/http/staff/staff-routes.ts';
import type { DirectoryCommand } from '#shared/contracts/http/staff/staff-routes.ts';
import { language } from '../frame/texts.ts';
import { call, type Answer } from './call.ts';
import type { CommandAnswer, DirectoryAnswer, Filed, FiledReport } from './answers.ts';

const routes = new Map(
  Object.values(routesOfCaseDesk)
    .flat()
    .map((route) => [route.name as string, route]),
);

/** What an address names: the case, and what else the command is about. */
export type Place = Readonly<Record<string, string>>;

/** Sends a command of the case desk. `etag` is the revision that the person saw; `key` is the same for each try. */
export function command<N extends keyof CommandBodies>(
  name: N,
  place: Place,
  body: CommandBodies[N],
  { etag, key }: { etag?: string | undefined; key: string },
): Promise<Answer<CommandAnswer<N>>> {
  const path = filled(routes.get(name)?.path ?? '', place);
  return call({ method: 'POST', path, body, etag, key, language: language.value });
}

/** Sends a command about the centre itself. `etag` is the revision that the person saw; `"0"` for what does not exist yet. */
export function directoryCommand<N extends DirectoryCommand>(
  name: N,
  place: Place,
  body: DirectoryBodies[N],
  { etag, key }: { etag?: string | undefined; key: string },
): Promise<Answer<DirectoryAnswer<N>>> {
  const path = filled(routesOfDirectory.find((route) => route.name === name)?.path ?? '', place);
  return call({ method: 'POST', path, body, etag, key, language: language.value });
}

/** Files a report for somebody who told it. `key` is the same for each try. */
export function fileReport(body: FiledReport, key: string): Promise<Answer<Filed>> {
  return call({ method: 'POST', path: routesOfFiling[0].path, body, key, language: language.value });
}

/** A path with what stands for its placeholders: `/v1/cases/{number}`. */
export function filled(template: string, place: Place): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(place[name] ?? ''));
}
