import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { readReasons } from '#shared/domain/access/access-log.ts';
import { mostTickedCases } from '#shared/domain/case/bounds.ts';
import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { PanelProps } from '../case/panels.ts';
import { seenCase } from '../case/seen-cases.ts';
import { CommandForm } from '../form/command-form.tsx';
import { Choice, Choices, optionsOf } from '../form/fields.tsx';
import { labelOf, words } from '../frame/texts.ts';
import { useFamily } from '../team/linked/family.ts';
import { SealedFacts } from './text/facts.tsx';
import { opensVeiled, warningsOf } from './hard-texts.ts';
import { dropLinked, keepLinked, openedLinked, type LinkedTexts } from './opened.ts';
import { SafeText } from './text/safe-text.tsx';
import { Message } from './thread-tab.tsx';

type Body = CommandBodies['linkedReading'];
type Reason = NonNullable<Body['reason']>;

/** Opens the texts of a parent case and of the cases under it, one after the other. */
export function LinkedReading({ view, place, onClose }: PanelProps) {
  const number = view.caseNumber;
  const given = useSignal<Reason | ''>('');
  const next = useSignal<Body['cases'] | undefined>(undefined);
  useEffect(() => () => dropLinked(number), [number]);
  const { family } = useFamily(view);
  if (family === undefined) return <p>{words().frame.loading}</p>;
  const opened = openedLinked(number).value;
  const numbers = [number, ...(view.linkedCases ?? [])];
  const first: { cases: readonly string[]; reason: Reason | '' } = {
    cases: numbers.slice(0, mostTickedCases),
    reason: given.value,
  };
  const warnings = new Set(family.flatMap(warningsOf));
  return (
    <>
      {[...warnings].map((warning) => (
        <p key={warning} class="warning">
          {warning}
        </p>
      ))}
      <CommandForm
        command="linkedReading"
        place={next.value === undefined ? place : { ...place, part: String(next.value[0]?.number) }}
        empty={first}
        body={({ cases, reason }) => {
          if (reason === '') return words().reading.why;
          given.value = reason;
          return { reason, cases: next.value ?? cases.map((one) => ({ number: one })) };
        }}
        submit={next.value === undefined ? labelOf('commands', 'linkedReading') : words().reading.goOn}
        isPrimary={opened === undefined}
        onDone={(answer) => {
          keepLinked(number, answer.cases);
          next.value = answer.next?.map(({ number: one, fromMessage, fromNote }) => ({
            number: one,
            ...(fromMessage === undefined ? {} : { fromMessage }),
            ...(fromNote === undefined ? {} : { fromNote }),
          }));
        }}
        onClose={onClose}
      >
        {(form) => (
          <>
            {next.value === undefined ? (
              <Choices
                form={form}
                name="cases"
                label={words().reading.whichCases}
                options={optionsOf(numbers, (one) => one)}
              />
            ) : null}
            <Choice
              form={form}
              name="reason"
              label={words().reading.why}
              options={optionsOf(readReasons, (code) => labelOf('readReasons', code))}
            />
          </>
        )}
      </CommandForm>
      {opened?.map((one, index) => (
        <LinkedCase key={index} parent={number} one={one} />
      ))}
    </>
  );
}

function LinkedCase({ parent, one: { number, case: text, problem } }: { parent: string; one: LinkedTexts[number] }) {
  const w = words().reading;
  // What is not known of a case may be hard to read.
  const view = seenCase(number).value?.view;
  const isVeiled = view === undefined || opensVeiled(view);
  return (
    <section class="opened" aria-label={number}>
      <h3>{number}</h3>
      {problem === undefined ? null : <p class="warning">{problem.detail}</p>}
      {text === undefined ? null : (
        <>
          {text.addressesWithheld === undefined ? null : <p class="warning">{w.withheldHere}</p>}
          {text.narrative === undefined ? (
            <p class="quiet">{w.noNarrative}</p>
          ) : (
            <SafeText
              number={parent}
              id={`${number}-narrative`}
              text={text.narrative}
              links={text.narrativeLinks}
              isVeiled={isVeiled}
            />
          )}
          <SealedFacts details={text.details} isAlone />
          {text.messages.length === 0 ? null : (
            <ol class="messages" aria-label={w.thread}>
              {text.messages.map((message) => (
                <li key={message.number} class={message.from}>
                  <Message
                    number={parent}
                    of={number}
                    message={message}
                    isVeiled={isVeiled && message.from === 'reporter'}
                  />
                </li>
              ))}
            </ol>
          )}
          {text.notes.map((note) => (
            <SafeText
              key={note.number}
              number={parent}
              id={`${number}-note-${note.number}`}
              text={note.text}
              links={note.links}
              isVeiled={false}
            />
          ))}
        </>
      )}
    </section>
  );
}
