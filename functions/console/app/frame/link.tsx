import type { ComponentChildren } from 'preact';
import { addressOf } from '../settings.ts';
import { go } from './route.ts';

/** A link within the console. A click with a key held opens it as the browser would. */
export function Link({
  to,
  children,
  isHere,
  isRow,
  letter,
  onGo,
  ...rest
}: {
  to: string;
  children: ComponentChildren;
  /** The link leads to the page that is open. */
  isHere?: boolean;
  /** The link is a row of a list, through which keys lead. */
  isRow?: boolean;
  /** The letter that presses it. */
  letter?: string | undefined;
  /** Before the link leads away. */
  onGo?: () => void;
  class?: string;
  id?: string;
}) {
  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    onGo?.();
    go(to);
  };
  return (
    <a
      href={addressOf(to)}
      onClick={onClick}
      {...(isHere === true ? { 'aria-current': 'page' } : {})}
      {...(isRow === true ? { 'data-row': '' } : {})}
      {...(letter === undefined ? {} : { 'data-key': letter })}
      {...rest}
    >
      {children}
    </a>
  );
}
