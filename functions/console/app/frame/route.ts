import { computed, signal } from '@preact/signals';
import { addressOf, root } from '../settings.ts';

/** Where the person is: the path below the root of the console, and the query. Both hold codes and numbers only. */
const here = signal(read());

function read(): { path: string; query: URLSearchParams } {
  const path = `/${location.pathname.slice(root.pathname.length)}`;
  return { path: path === '/' ? path : path.replace(/\/$/, ''), query: new URLSearchParams(location.search) };
}

export const path = computed(() => here.value.path);
export const query = computed(() => here.value.query);

/** Goes to a path of the console, such as `/cases?severity=high`. */
export function go(to: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') {
    // So Back shows the same place of a list.
    history.replaceState({ y: scrollY }, '');
    history.pushState(null, '', addressOf(to));
  } else history.replaceState(null, '', addressOf(to));
  here.value = read();
  if (how === 'push') scrollTo(0, 0);
}

/** Where on the page the person was, when they came back to it by Back. Whoever draws a list goes there. */
export function placeOnPage(): number {
  return (history.state as { y?: number } | null)?.y ?? 0;
}

history.scrollRestoration = 'manual';
addEventListener('popstate', () => {
  here.value = read();
  requestAnimationFrame(() => requestAnimationFrame(() => scrollTo(0, placeOnPage())));
});

/** The path with its query, as `go` takes it. */
export function whole(): string {
  return `${path.value}${query.value.size === 0 ? '' : `?${query.value}`}`;
}

/** The rest of the path below a first part: of `/cases/B-1` below `/cases/` it is `B-1`. Undefined elsewhere. */
export function below(first: string): string | undefined {
  return path.value.startsWith(first) ? decodeURIComponent(path.value.slice(first.length)) : undefined;
}
