import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { findReasons } from '#shared/domain/access/access-log.ts';
import { findKinds } from '#shared/domain/report/match-keys.ts';
import { call, type ApiProblem, type Refusal } from '../api/call.ts';
import type { Found } from '../api/answers.ts';
import { RefusalText } from '../form/refusal-text.tsx';
import { Actions, Choice, Line, optionsOf, Select } from '../form/fields.tsx';
import type { Form } from '../form/form-fields.ts';
import { labels, language, say, words } from '../frame/texts.ts';
import { QueueHead, QueueRow } from '../queue/queue-row.tsx';

interface Fields {
  by: string;
  platform: string;
  value: string;
  reason: string;
}

const empty: Fields = { by: 'account', platform: '', value: '', reason: '' };

/** Finds cases by exactly what a reporter named. It is told beforehand that each look is logged. */
export function FindExact() {
  const w = words().queue;
  const fields = useSignal<Fields>(empty);
  const found = useSignal<Found | undefined>(undefined);
  const refusal = useSignal<Refusal | 'missing' | undefined>(undefined);
  const isSending = useSignal(false);
  const summary = useRef<HTMLDivElement>(null);
  const result = useRef<HTMLHeadingElement>(null);
  const problems: NonNullable<ApiProblem['errors']> =
    typeof refusal.value === 'object' && refusal.value.why === 'refused' ? (refusal.value.problem.errors ?? []) : [];
  const form: Form<Fields> = {
    id: 'find',
    fields: fields.value,
    set: (change) => {
      fields.value = { ...fields.value, ...change };
    },
    problems,
  };
  const look = async (): Promise<void> => {
    const { by, platform, value, reason } = fields.value;
    found.value = undefined;
    if (value.trim() === '' || reason === '') refusal.value = 'missing';
    else {
      refusal.value = undefined;
      isSending.value = true;
      const answer = await call<Found>({
        method: 'POST',
        path: '/v1/find',
        body: { by, value, reason, ...(by === 'account' && platform !== '' ? { platform } : {}) },
        language: language.value,
      });
      isSending.value = false;
      if (answer.ok) found.value = answer.body;
      else refusal.value = answer;
    }
    setTimeout(() => (summary.current ?? result.current)?.focus());
  };
  const kinds = { account: w.byAccount, phone: w.byPhone, address: w.byAddress };
  return (
    <section aria-labelledby="find-exact">
      <h2 id="find-exact">{w.byExact}</h2>
      <p>{w.logged}</p>
      <form
        class="command"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSending.value) void look();
        }}
      >
        {refusal.value === undefined ? null : (
          <div class="refusal" role="alert" tabIndex={-1} ref={summary}>
            {refusal.value === 'missing' ? <p>{w.valueMissing}</p> : <RefusalText refusal={refusal.value} />}
          </div>
        )}
        <Choice form={form} name="by" label={w.by} options={findKinds.map((code) => ({ code, label: kinds[code] }))} />
        {fields.value.by === 'account' ? (
          <Select
            form={form}
            name="platform"
            label={w.platform}
            none={w.platformUnknown}
            options={Object.entries(labels().platforms).map(([code, label]) => ({ code, label }))}
          />
        ) : null}
        <Line form={form} name="value" label={w.value} hint={w.valueHint} secret />
        <Choice
          form={form}
          name="reason"
          label={w.reason}
          options={optionsOf(findReasons, (code) => w.reasons[code as (typeof findReasons)[number]])}
        />
        <Actions>
          <button type="submit" aria-disabled={isSending.value}>
            {isSending.value ? words().frame.sending : w.look}
          </button>
        </Actions>
      </form>
      {found.value === undefined ? null : (
        <section aria-labelledby="found">
          <h2 id="found" tabIndex={-1} ref={result}>
            {found.value.cases.length === 0 ? w.foundNothing : say(w.found, { n: String(found.value.cases.length) })}
          </h2>
          {found.value.more ? <p>{w.foundMore}</p> : null}
          <div class="queue">
            {found.value.cases.length === 0 ? null : <QueueHead />}
            <ul class="rows" aria-labelledby="found">
              {found.value.cases.map((line) => (
                <QueueRow key={line.caseNumber} of={line} />
              ))}
            </ul>
          </div>
        </section>
      )}
    </section>
  );
}
