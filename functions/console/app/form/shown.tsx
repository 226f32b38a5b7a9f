import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** What came of a command, in the place of its form. It gets the focus, because the button that was pressed is gone. */
export function Shown({ children, class: name }: { children: ComponentChildren; class?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class={name} tabIndex={-1} ref={box}>
      {children}
    </div>
  );
}
