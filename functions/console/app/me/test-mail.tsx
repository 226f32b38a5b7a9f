import type { Settings } from '../api/answers.ts';
import { CentreForm } from '../centre/centre-form.tsx';
import { isPast, sayAt } from '../frame/moments.ts';
import { centre, centreWords, say } from '../frame/texts.ts';

/** A mail to oneself, to hear whether one would be called. */
export function TestMail({
  of: { contact, test, unreachable },
  reload,
}: {
  of: Settings;
  reload: () => Promise<void>;
}) {
  const w = centreWords().me;
  const { paceMinutes, shortPaceMinutes } = centre().mails;
  const minutes = String(contact === 'mail_to_sms' ? shortPaceMinutes : paceMinutes);
  const { askedAt, againAt } = test;
  const hasComeBack = askedAt !== undefined && unreachable !== undefined && unreachable.since >= askedAt;
  return (
    <section class="test" aria-labelledby="test-title">
      <h2 id="test-title">{w.test}</h2>
      <p>{say(w.testMeans, { minutes })}</p>
      <p>{w.testFails}</p>
      {askedAt === undefined ? null : (
        <p class="asked">
          {say(w.testAsked, { at: sayAt(askedAt) })}
          {hasComeBack ? <strong> {w.testCameBack}</strong> : null}
        </p>
      )}
      <CentreForm
        command="testMail"
        empty={{}}
        body={() => (againAt === undefined || isPast(againAt) ? {} : say(w.testAgain, { at: sayAt(againAt) }))}
        submit={w.askTest}
        isPrimary={false}
        reload={reload}
      />
    </section>
  );
}
