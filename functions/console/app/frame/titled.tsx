import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { announce } from './announce.tsx';

/** A page's heading, which is also the window's title and gets the focus when the page is opened. */
export function Titled({
  title,
  count,
  children,
}: {
  title: string;
  /** How much waits there. Only the window's title says it. */
  count?: number;
  children?: ComponentChildren;
}) {
  useTitle(title, count);
  return (
    <>
      <h1>{title}</h1>
      {children}
    </>
  );
}

/** The same for a page that draws its heading itself. */
export function useTitle(title: string, count = 0): void {
  useEffect(() => {
    document.title = `${count === 0 ? '' : `(${count}) `}${title} · Besa`;
  }, [title, count]);
  useEffect(() => {
    document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
    announce(title);
  }, [title]);
}
