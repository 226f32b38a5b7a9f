import type { CopyShown } from '../../api/answers.ts';
import { sayAt } from '../../frame/moments.ts';
import { labelOf, labels, words } from '../../frame/texts.ts';
import { Harmless, SafeText, SafeWords } from '../../reading/text/safe-text.tsx';
import { linesOfCopy, type CopyLine } from './lines-of-copy.ts';
import { sayFact } from './say-copy.ts';

/**
 * What a referral gives, as it is read: the same before it leaves and afterwards. Addresses are harmless, and never links.
 */
export function CopyView({
  number,
  id,
  copy,
  fields,
  isVeiled,
  isWithheld,
}: {
  number: string;
  id: string;
  copy: CopyShown;
  /** What was ticked. A field with nothing in it is said too. */
  fields: readonly string[];
  isVeiled: boolean;
  isWithheld: boolean;
}) {
  const w = words().referrals;
  const lines = linesOfCopy(copy, fields);
  const around = lines.filter((line) => line.kind === 'frame');
  const inner = lines.filter((line) => line.kind !== 'frame');
  const given = [...new Set(inner.map(fieldOf))];
  return (
    <div class="copy">
      {isWithheld ? <p class="warning">{words().reading.withheldHere}</p> : null}
      <dl class="facts">
        {around.map((line) => (
          <div key={line.name}>
            <dt>{nameOfFrame(line.name)}</dt>
            <dd>
              <FrameValue line={line} />
            </dd>
          </div>
        ))}
      </dl>
      {given.map((field) => (
        <div key={field}>
          <h4>{labelOf('disclosureFields', field)}</h4>
          {inner
            .filter((line) => fieldOf(line) === field)
            .map((line, index) => (
              <Line key={index} line={line} number={number} id={id} copy={copy} isVeiled={isVeiled} />
            ))}
        </div>
      ))}
      {given.length === 0 ? <p>{w.givenNothing}</p> : null}
    </div>
  );
}

type Inner = Exclude<CopyLine, { kind: 'frame' }>;

function fieldOf(line: Inner): string {
  switch (line.kind) {
    case 'fact':
    case 'nothing':
      return line.field;
    case 'narrative':
      return 'narrative';
    case 'message':
      return 'thread';
    case 'address':
      return 'addresses';
    case 'account':
      return 'accounts';
    default:
      return line satisfies never;
  }
}

function nameOfFrame(name: string): string {
  const { fields } = labels();
  const w = words().referrals;
  const named: Readonly<Record<string, string | undefined>> = {
    caseNumber: fields['number'],
    unit: fields['unit'],
    answeredBy: w.whoAnswered,
    doNotQuestionTheChildSpeakTo: w.speakTo,
  };
  return named[name] ?? name;
}

function FrameValue({ line: { name, value } }: { line: Extract<CopyLine, { kind: 'frame' }> }) {
  if (name !== 'doNotQuestionTheChildSpeakTo') return <SafeWords text={value} />;
  return <>{value === 'centre' ? words().referrals.theCentre : labelOf('institutions', value)}</>;
}

function Line({
  line,
  number,
  id,
  copy,
  isVeiled,
}: {
  line: Inner;
  number: string;
  id: string;
  copy: CopyShown;
  isVeiled: boolean;
}) {
  switch (line.kind) {
    case 'nothing':
      return <p class="quiet">{words().referrals.nothingIn}</p>;
    case 'narrative':
      return (
        <SafeText
          number={number}
          id={`${id}-narrative`}
          text={line.text}
          links={copy.narrativeLinks}
          isVeiled={isVeiled}
        />
      );
    case 'message':
      return (
        <article>
          <p class="quiet">
            {words().reading.from[line.from]}, {sayAt(line.at)}
          </p>
          <SafeText
            number={number}
            id={`${id}-message-${line.number}`}
            text={line.text}
            links={copy.thread?.find((one) => one.number === line.number)?.links}
            isVeiled={isVeiled && line.from === 'reporter'}
          />
        </article>
      );
    case 'address':
      return (
        <p>
          <Harmless>{line.text}</Harmless>
        </p>
      );
    case 'account':
      return (
        <p>
          {labelOf('platforms', line.platform)} <Harmless>{line.handle}</Harmless>
        </p>
      );
    case 'fact': {
      const { name, value, isTyped } = sayFact(line);
      return (
        <p>
          <span class="quiet">{name}:</span> {isTyped ? <SafeWords text={value} /> : value}
        </p>
      );
    }
    default:
      return line satisfies never;
  }
}
