import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { words } from './texts.ts';

/**
 * A part of the console that is loaded when somebody first opens it, so that a case is shown without waiting for it. When
 * it cannot be loaded, a button tries again.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const part = signal<ComponentType<Props> | 'loading' | 'failed' | undefined>(undefined);
  const begin = (): void => {
    part.value = 'loading';
    load().then(
      (loaded) => {
        part.value = loaded;
      },
      () => {
        part.value = 'failed';
      },
    );
  };
  return function Later(props: Props) {
    if (part.value === undefined) begin();
    const Part = part.value;
    if (Part === 'failed') {
      return (
        <p>
          {words().frame.notReached}{' '}
          <button type="button" onClick={begin}>
            {words().frame.tryAgain}
          </button>
        </p>
      );
    }
    if (typeof Part !== 'function') return <p>{words().frame.loading}</p>;
    return <Part {...props} />;
  };
}
