import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { KeptList } from '#shared/domain/keeping/kept-lists.ts';
import type { KeptLine } from '../../api/answers.ts';
import type { Refusal } from '../../api/call.ts';
import { RefusalText } from '../../form/refusal-text.tsx';
import { Link } from '../../frame/link.tsx';
import { SeverityMark } from '../../frame/severity-mark.tsx';
import { centreWords, labelOf, say, words } from '../../frame/texts.ts';
import { loadKept, type LoadedKept } from './load-kept.ts';
import { DueCase, ExportsOfCase, HeldCase, RequestsOfCase, type KeptProps } from './kept-cases.tsx';

const bodies = { due: DueCase, held: HeldCase, requests: RequestsOfCase, exports: ExportsOfCase } as const;

/** One list of keeping, with how many cases it has. `version` changes when all lists are to be read anew. */
export function KeptSection({ kind, version, onDecided }: { kind: KeptList; version: number; onDecided: () => void }) {
  const w = centreWords().keeping;
  const list = useSignal<LoadedKept | undefined>(undefined);
  const refused = useSignal<Refusal | undefined>(undefined);
  const load = async (before?: LoadedKept): Promise<void> => {
    const found = await loadKept(kind, before);
    refused.value = 'refusal' in found ? found.refusal : undefined;
    if (!('refusal' in found)) list.value = found;
  };
  useEffect(() => void load(), [version]);
  const { now = '', lines = [], cursor } = list.value ?? {};
  const id = `kept-${kind}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{w.lists[kind]}</h2>
      <p class="quiet">{w.means[kind]}</p>
      {refused.value === undefined ? null : (
        <div class="refusal" role="alert">
          <RefusalText refusal={refused.value} />
          <p>
            <button type="button" onClick={() => void load()}>
              {words().frame.tryAgain}
            </button>
          </p>
        </div>
      )}
      {list.value === undefined ? (
        refused.value === undefined ? (
          <p>{words().frame.loading}</p>
        ) : null
      ) : lines.length === 0 && cursor === undefined ? (
        <p class="empty">{w.empty[kind]}</p>
      ) : (
        <p>{say(cursor === undefined ? w.count : w.countAndMore, { n: String(lines.length) })}</p>
      )}
      {lines.length === 0 ? null : (
        <ul class="kept">
          {lines.map((line) => (
            <KeptCase key={line.caseNumber} line={line} now={now} kind={kind} onDecided={onDecided} />
          ))}
        </ul>
      )}
      {cursor === undefined ? null : (
        <p class="actions">
          <button type="button" onClick={() => void load(list.value)}>
            {words().frame.more}
          </button>
        </p>
      )}
    </section>
  );
}

/** A case of a list. Its link leads to where it is held, released, erased and exported. */
function KeptCase({ kind, ...props }: { kind: KeptList } & KeptProps) {
  const { caseNumber, severity, status } = props.line;
  const Body = bodies[kind];
  return (
    <li>
      <p>
        <Link to={pathOfKeeping(props.line)}>{caseNumber}</Link> <SeverityMark severity={severity} />{' '}
        <span class="quiet">{labelOf('statuses', status)}</span>
      </p>
      <Body {...props} />
    </li>
  );
}

const pathOfKeeping = ({ caseNumber }: KeptLine): string => `/cases/${encodeURIComponent(caseNumber)}?tab=keeping`;
