import type { TabProps } from '../case/tabs.tsx';
import { pathOfTab } from '../case/tabs.tsx';
import { PanelButton } from '../case/case-bar.tsx';
import { Link } from '../frame/link.tsx';
import { sayAt } from '../frame/moments.ts';
import { labelOf, say, words } from '../frame/texts.ts';
import { ClearFacts, Fact, SealedFacts } from './text/facts.tsx';
import { opensVeiled } from './hard-texts.ts';
import { openedText, type OpenedText } from './opened.ts';
import { ReadingGate } from './reading-gate.tsx';
import { Harmless, SafeText } from './text/safe-text.tsx';

/** What was reported: the facts in clear, and the words once somebody opens them. */
export function ReportTab({ view }: TabProps) {
  const w = words().reading;
  const opened = openedText(view.caseNumber).value;
  return (
    <>
      {opened === undefined ? (
        view.may.includes('read_case') ? (
          <ReadingGate view={view} />
        ) : (
          <p class="quiet">{w.notYours}</p>
        )
      ) : (
        <OpenedReport view={view} opened={opened} />
      )}
      <section aria-labelledby="reported">
        <h2 id="reported">{w.reported}</h2>
        {view.channel === undefined ? null : <p class="quiet">{labelOf('channels', view.channel)}</p>}
        {view.reported === undefined ? null : <ClearFacts facts={view.reported} />}
      </section>
      <section aria-labelledby="assessed">
        <h2 id="assessed">{w.assessed}</h2>
        {view.assessed === undefined ? <p class="quiet">{w.notAssessed}</p> : <ClearFacts facts={view.assessed} />}
        <PanelButton name="assessment" view={view} />
      </section>
    </>
  );
}

function OpenedReport({ view, opened: { text } }: TabProps & { opened: OpenedText }) {
  const w = words().reading;
  const { narrative, narrativeLinks, addresses, addressesWithheld, details } = text;
  const accounts = addresses?.accounts ?? [];
  const urls = addresses?.urls ?? [];
  return (
    <section class="opened" aria-labelledby="opened-text">
      <h2 id="opened-text" tabIndex={-1}>
        {w.narrative}
      </h2>
      <WroteAgain view={view} />
      {addressesWithheld === undefined ? null : <p class="warning">{w.withheldHere}</p>}
      {narrative === undefined ? (
        <p class="quiet">{w.noNarrative}</p>
      ) : (
        <SafeText
          number={view.caseNumber}
          id="narrative"
          text={narrative}
          links={narrativeLinks}
          isVeiled={opensVeiled(view)}
        />
      )}
      <dl class="facts">
        <Fact name={w.addresses}>
          {urls.map((one, index) => (
            <span key={index} class="line">
              <Harmless>{one}</Harmless>
            </span>
          ))}
        </Fact>
        <Fact name={w.accounts}>
          {accounts.map(({ platform, handle }, index) => (
            <span key={index} class="line">
              {labelOf('platforms', platform)} <Harmless>{handle}</Harmless>
            </span>
          ))}
        </Fact>
      </dl>
      <h3>{w.details}</h3>
      <SealedFacts details={details} />
    </section>
  );
}

/** The report is open here, and newer words of the reporter stand elsewhere. Opening one has ended the clock of both. */
function WroteAgain({ view: { thread = [] } }: TabProps) {
  const w = words().reading;
  const last = thread.at(-1);
  if (last?.from !== 'reporter') return null;
  return (
    <p class="warning">
      {say(w.wroteAgain, { moment: sayAt(last.at) })} <Link to={pathOfTab('thread')}>{w.toMessage}</Link>
    </p>
  );
}
