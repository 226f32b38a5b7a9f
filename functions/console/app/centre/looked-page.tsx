import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Refusal } from '../api/call.ts';
import { look } from '../api/look.ts';
import { RefusalText } from '../form/refusal-text.tsx';
import { Titled } from '../frame/titled.tsx';
import { words } from '../frame/texts.ts';

/** What a page of the centre asked for, as it was read last. */
export interface Looked<Body> {
  body: Body;
  etag: string | undefined;
  /** Reads it anew. */
  reload: () => Promise<void>;
}

/** A page that shows one answer of the API. What was read stays while it is read anew. */
export function LookedPage<Body>({
  title,
  path,
  children,
}: {
  title: string;
  path: string;
  children: (looked: Looked<Body>) => ComponentChildren;
}) {
  const seen = useSignal<Omit<Looked<Body>, 'reload'> | undefined>(undefined);
  const refused = useSignal<Refusal | undefined>(undefined);
  const reload = async (): Promise<void> => {
    const answer = await look<Body>(path);
    if (answer.ok) seen.value = { body: answer.body, etag: answer.etag };
    refused.value = answer.ok ? undefined : answer;
  };
  useEffect(() => void reload(), [path]);
  return (
    <Titled title={title}>
      {refused.value === undefined ? null : (
        <div role="alert">
          <RefusalText refusal={refused.value} />
          <button type="button" onClick={() => void reload()}>
            {words().frame.tryAgain}
          </button>
        </div>
      )}
      {seen.value === undefined ? (
        refused.value === undefined ? (
          <p>{words().frame.loading}</p>
        ) : null
      ) : (
        children({ ...seen.value, reload })
      )}
    </Titled>
  );
}
