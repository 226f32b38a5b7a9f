import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../../frame/texts.ts';
import { fillFrame } from './letter-html.ts';

/** A sheet to print, in a frame of its own: without scripts, and with nothing that leads out of it. */
export function Sheet({
  html,
  name,
  hint,
  title,
  onClose,
  children,
}: {
  html: string;
  name: string;
  hint: string;
  title: string;
  onClose: () => void;
  children?: ComponentChildren;
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  const height = useSignal(600);
  useEffect(() => {
    if (frame.current !== null) fillFrame(frame.current, html);
  }, [html]);
  return (
    <section class="letter" aria-label={name}>
      <p class="quiet">{hint}</p>
      <p class="actions">
        <button type="button" class="primary" onClick={() => frame.current?.contentWindow?.print()}>
          {words().referrals.print}
        </button>
        {children}
        <button type="button" onClick={onClose}>
          {words().frame.close}
        </button>
      </p>
      <iframe
        ref={frame}
        title={title}
        sandbox="allow-same-origin allow-modals"
        style={{ height: `${height.value}px` }}
        onLoad={() => {
          height.value = frame.current?.contentDocument?.documentElement.scrollHeight ?? height.value;
        }}
      />
    </section>
  );
}
