import type { FormAnswers, PageRoute, Route } from '../../contracts/http/http.ts';

/** Handlers by name, from a group that is loaded when one of them is first called. */
export function later<Name extends string>(
  load: () => Promise<Record<Name, Route['handle']>>,
): (name: Name) => Route['handle'] {
  let loaded: Promise<Record<Name, Route['handle']>> | undefined;
  return (name) => async (request) => (await (loaded ??= load()))[name](request);
}

/** Rows of a table of routes with their handlers. Their group is loaded when one of them is first called. */
export function servedLater<Name extends string>(
  rows: readonly (Omit<Route, 'handle'> & { name: Name })[],
  load: () => Promise<Record<NoInfer<Name>, Route['handle']>>,
): Route[] {
  const handle = later(load);
  return rows.map((row) => ({ ...row, handle: handle(row.name) }));
}

/** A form with the same fields at the address of each language. What draws its pages is loaded with the first form. */
export function formsLater(
  addresses: readonly Required<Pick<PageRoute, 'path' | 'language'>>[],
  form: NonNullable<PageRoute['form']>,
  load: () => Promise<FormAnswers>,
): PageRoute[] {
  let loaded: Promise<FormAnswers> | undefined;
  const answers = (): Promise<FormAnswers> => (loaded ??= load());
  return addresses.map((address) => ({
    ...address,
    method: 'POST',
    form,
    draw: async (request) => (await answers()).draw(request),
    redraw: async (request, problem) => (await answers()).redraw(request, problem),
  }));
}
