import { useEffect } from 'preact/hooks';
import { session } from '../sign-in/session.ts';

/** How often a page asks again while somebody may look at it, and while it is hidden, in ms. */
export interface Pace {
  visible: number;
  /** Absent: not at all. */
  hidden?: number;
}

/** Does something now, then again and again while the page is open and nothing covers it. */
export function useEvery({ visible, hidden }: Pace, act: () => Promise<void>): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const round = async (): Promise<void> => {
      clearTimeout(timer);
      if (session.value === 'signed_in' || session.value === 'on_duty') await act();
      if (isOver) return;
      clearTimeout(timer);
      const pause = document.hidden ? hidden : visible;
      if (pause !== undefined) timer = setTimeout(() => void round(), pause);
    };
    const shown = (): void => {
      if (!document.hidden) void round();
    };
    void round();
    document.addEventListener('visibilitychange', shown);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', shown);
    };
  }, []);
}
