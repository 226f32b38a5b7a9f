import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { signBySign } from '#shared/domain/case/receipts/sign-by-sign.ts';
import type { Filed } from '../api/answers.ts';
import { loadCase, seenCase } from '../case/seen-cases.ts';
import { Link } from '../frame/link.tsx';
import { isPast, sayBy } from '../frame/moments.ts';
import { SeverityMark } from '../frame/severity-mark.tsx';
import { words } from '../frame/texts.ts';
import { Titled } from '../frame/titled.tsx';

/** What to tell the caller before they ring off: the code first, because nobody can show it again. */
export function FiledReport({
  answer,
  language,
  onAnother,
}: {
  answer: Filed;
  /** In which the caller speaks, and the answer is. */
  language: string;
  onAnother: () => void;
}) {
  const w = words().filing;
  const { caseNumber, receipt, promise, nextStep, keep, guidance, help, adjusted = [] } = answer;
  const mayOpen = useSignal(false);
  // The form was longer than this.
  useEffect(() => scrollTo(0, 0), []);
  useEffect(() => {
    void loadCase(caseNumber).then((refusal) => {
      mayOpen.value = refusal === undefined;
    });
  }, [caseNumber]);
  const severity = seenCase(caseNumber).value?.view.severity;
  return (
    <Titled title={w.saved}>
      <p>
        <strong>{caseNumber}</strong> {severity === undefined ? null : <SeverityMark severity={severity} />}
      </p>
      <h2>{w.code}</h2>
      <p>
        <span class="caller-code" aria-hidden="true">
          {receipt}
        </span>
        <span class="unseen">{signBySign(receipt)}</span>
      </p>
      <p>{w.codeOnce}</p>
      <h2>{w.sayToThem}</h2>
      <p lang={language}>{nextStep}</p>
      <p lang={language}>{keep}</p>
      {adjusted.length === 0 ? null : <p class="quiet">{w.adjusted}</p>}
      <dl class="promised">
        <dt>{w.readBy}</dt>
        <dd>{w.readAlready}</dd>
        <Until what={w.handleBy} at={promise.handleBy} />
        <Until what={w.resolveBy} at={promise.resolveBy} />
      </dl>
      <ul class="phones" lang={language}>
        {help.map(({ phone, name, when }) => (
          <li key={phone}>
            <strong class="call-phone">{phone}</strong> {name}, {when}
          </li>
        ))}
      </ul>
      <div lang={language}>
        {guidance.map(({ title, text, link }) => (
          <section key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
            {link === undefined ? null : <p>{link}</p>}
          </section>
        ))}
      </div>
      <p class="actions">
        {mayOpen.value ? <Link to={`/cases/${caseNumber}`}>{w.openCase}</Link> : null}
        <button type="button" class="primary" onClick={onAnother}>
          {w.fileAnother}
        </button>
      </p>
    </Titled>
  );
}

function Until({ what, at }: { what: string; at: string }) {
  return (
    <>
      <dt>{what}</dt>
      <dd>
        {sayBy(at)} {isPast(at) ? words().filing.hasPassed : ''}
      </dd>
    </>
  );
}
