import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBesa } from '#infra/local/besa.ts';
import { besaOverHttp, type Answer, type ReportAnswer, type StaffOverHttp } from '#test/support/besa-over-http.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import { passOn } from '#test/support/pass-on.ts';
import { besaOnPages } from '#test/support/pages/besa-on-pages.ts';
import { institutions } from './institutions/institutions-at-work.ts';
import { saidBy } from './page-visitors.ts';
import { closing, narrator } from './narrator.ts';
import { aChildBeingBlackmailed, aFakeProfile, aPrank, anIllegalSite, aPupilBeingBullied } from './reports.ts';

/**
 * One Friday evening and the days after it, over HTTP against a fresh local Besa with the clock stepped. Prints what
 * people do, and every mail, raise and clock on the way. Exits 1 when anything was lost.
 */
const folder = mkdtempSync(join(tmpdir(), 'besa-story-'));
const running = await startBesa({ dataDir: folder, port: 0, quiet: true });
const besa = besaOverHttp(running.url);
const pages = besaOnPages(running.url, 'en');
let isWhole = false;
try {
  isWhole = await tell();
} finally {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = isWhole ? 0 : 1;

async function tell(): Promise<boolean> {
  const officer = await besa.signIn(await userOf('duty_officer'));
  const counsellor = await besa.signIn(await userOf('helpline_desk'));
  const supervisor = await besa.signIn(await userOf('supervisor'));
  const story = narrator(besa, supervisor);
  const office = await institutions(besa, officer);
  /** Somebody of an institution opens what it was sent, and says that they have it. */
  const answersAtDesk = async (caseNumber: string, institution: string): Promise<void> => {
    const { referrals = [] } = (await officer.show(caseNumber)).body;
    const referral = referrals.find((one) => one.institution === institution);
    const isSaid = referral && (await office.saysAtDesk(caseNumber, referral, { answer: 'acknowledged' }));
    if (isSaid !== true) throw new Error(`${institution} could not open what it was sent.`);
  };

  const evening = nextFriday(await besa.now());
  await story.until(evening('19:30'));
  story.say('Thirty pupils of one class sit down together and report the same group chat, from one address.');
  const startedAt = performance.now();
  const answers = await Promise.all(Array.from({ length: 30 }, (_, seat) => besa.report(aPupilBeingBullied(seat))));
  const pupils = answers.map((answer) => taken(answer));
  story.say(`All thirty are answered 201 within ${Math.round(performance.now() - startedAt)} ms.`);
  for (const { caseNumber } of pupils) story.follow(caseNumber, 'class');

  await story.until(evening('19:52'));
  const teacher = taken(await besa.report(aFakeProfile));
  story.follow(teacher.caseNumber, 'teacher');
  story.say(`A teacher reports a fake profile of a pupil: ${teacher.caseNumber}. Nobody is going to look at it.`);
  story.say(`The teacher is told: "${teacher.nextStep}"`);

  await story.until(evening('20:40'));
  const [lead, ...others] = pupils as [ReportAnswer, ...ReportAnswer[]];
  story.say(`A counsellor opens ${lead.caseNumber}, sees the class, and writes to each of the thirty.`);
  for (const { caseNumber } of pupils) {
    await live(
      counsellor,
      caseNumber,
      'Thank you for telling us. You did nothing wrong. We are talking to your school.',
    );
  }

  await story.until(evening('21:15'));
  const prank = taken(await besa.report(aPrank));
  story.follow(prank.caseNumber, 'prank');
  story.say(`Somebody tries the form out: ${prank.caseNumber}. It gets the same promise as any other.`);

  await story.until(evening('22:05'));
  const site = taken(await besa.report(anIllegalSite));
  story.follow(site.caseNumber, 'site');
  story.say(`A citizen reports an illegal site: ${site.caseNumber}. The address is sealed; nothing opens it.`);

  await story.until(evening('23:10'));
  const form = await pages.fills('c', aChildBeingBlackmailed.typed);
  story.say('A 14-year-old is being blackmailed. On a telephone, without an account, they fill in the form.');
  const sent = await Promise.all([pages.sendsForm(form), pages.sendsForm(form)]);
  const child = taken(await besa.report(saidBy(form, 'child', 'en'), form.key));
  story.follow(child.caseNumber, 'child');
  const codes = sent.flatMap(({ receipt }) => receipt?.receipt ?? []);
  if (codes.length === 0 || codes.some((code) => code !== child.receipt))
    throw new Error('The pages show other codes.');
  story.say(`The net is slow, Send is pressed twice: one report, ${child.caseNumber}, and one code.`);
  story.say(`The child is told: "${child.nextStep}"`);
  await story.until(evening('23:13'));
  const rung = await acknowledge(officer, child.caseNumber);
  story.say(`The duty officer acknowledges (rung "${rung}"): the climb is held.`);
  await story.until(evening('23:15'));
  await read(officer, child.caseNumber);
  story.say('The duty officer has opened the report: read five minutes after it came.');
  await story.until(evening('23:40'));
  await handle(officer, child.caseNumber, {
    safetyDecision: 'at_risk_acted',
    nextStep: 'advise_reporter',
    message:
      'It is not your fault. Do not pay, do not answer, keep the messages. We are with you. Call 116 111 any time.',
  });
  await passOn(officer, child.caseNumber, undefined, () => false);
  story.say('The duty officer sends it to the police: the mail has a code to type, no link and nothing of the case.');
  const thread = pages.thread(await pages.withCode(child.receipt));
  story.say(`Handled. With the code the child reads on the page: "${thread.messages.at(-1)?.text ?? ''}"`);

  await story.until(evening('23:48'));
  await answersAtDesk(child.caseNumber, 'police_cybercrime');
  story.say('The police type both codes, the second read out to them, see the chosen words, and acknowledge.');

  await story.until(evening('23:55', 0));
  await read(counsellor, prank.caseNumber);
  await handle(counsellor, prank.caseNumber, {
    safetyDecision: 'safe_for_now',
    nextStep: 'close',
    noMessageBecause: 'no_thread_wanted',
  });
  await resolve(counsellor, prank.caseNumber, { outcome: 'test', noMessageBecause: 'no_thread_wanted' });
  story.say('The prank is resolved as a test, shown apart in every figure.');

  await story.until(evening('09:00', 1));
  await read(officer, site.caseNumber);
  await handle(officer, site.caseNumber, {
    safetyDecision: 'safe_for_now',
    nextStep: 'hand_over_addresses',
    noMessageBecause: 'content_only',
  });
  const isList = ({ addressesOnly }: Referral): boolean => addressesOnly === true;
  await passOn(officer, site.caseNumber, isList, () => false);
  await story.until(evening('09:06', 1));
  await answersAtDesk(site.caseNumber, 'cyber_authority');
  story.say(
    'The cyber authority types the code of its own mailbox, and has the address six minutes after it was sent.',
  );
  await resolve(officer, site.caseNumber, { outcome: 'site_passed_on', noMessageBecause: 'content_only' });
  story.say('The illegal site is passed on and resolved.');

  await story.until(evening('11:00', 1));
  await passOn(officer, lead.caseNumber, ({ institution }) => institution === 'school_psychosocial');
  await resolve(counsellor, lead.caseNumber, {
    outcome: 'school_supporting',
    dutyToReport: undefined,
    message:
      'Your school psychologist knows and will talk to the class on Monday. You can write to us or call 116 111.',
  });
  for (const { caseNumber } of others) {
    await resolve(counsellor, caseNumber, {
      outcome: 'same_event',
      leadCase: lead.caseNumber,
      message: 'Your school psychologist knows and will talk to the class on Monday. Thank you for telling us.',
    });
  }
  story.say('The class: one lead case resolved with the school, twenty-nine linked to it; each keeps its own thread.');

  await story.until(evening('18:00', 2));
  await resolve(officer, child.caseNumber, {
    outcome: 'police_involved',
    dutyToReport: { decision: 'required', basis: await legalBasis(), sentTo: await police() },
    message:
      'The police know, and only what they need. The account that threatened you is reported. Call 116 111 any time.',
  });
  story.say('The child’s case is resolved, forty-three hours after it came: the promise is kept.');

  await story.until(evening('09:00', 5));
  const late = await besa.followUp(teacher.receipt);
  story.say(`Nobody has looked at the teacher’s report for five days. The receipt says: "${late.body.status.text}"`);
  await read(supervisor, teacher.caseNumber);
  await handle(supervisor, teacher.caseNumber, {
    safetyDecision: 'safe_for_now',
    nextStep: 'notify_platform',
    message:
      'We are sorry: we promised an answer and did not keep it. We have asked the platform to take the profile down.',
  });
  const notice = { platform: 'facebook', way: 'trusted_flagger' };
  done('Asking the platform', await supervisor.command(teacher.caseNumber, 'notices', notice));
  done(
    'Recording the answer',
    await supervisor.command(teacher.caseNumber, 'notices/facebook-1/answer', { answer: 'removed' }),
  );
  await resolve(supervisor, teacher.caseNumber, {
    outcome: 'content_removed',
    message: 'The profile is gone. Thank you for telling us.',
  });
  await story.until(evening('10:00', 5));
  story.say(
    'The last rung was told, a person acted: handled and resolved, late, and everybody knows that it was late.',
  );

  return closing(besa, supervisor, [...pupils, teacher, prank, site, child]);
}

async function userOf(duty: string): Promise<string> {
  const person = (await besa.staff()).find(({ duties, role }) => role !== undefined && duties.includes(duty));
  if (person === undefined) throw new Error(`Nobody with sign-in holds the duty ${duty}.`);
  return person.user;
}

function taken(answer: Answer<ReportAnswer>): ReportAnswer {
  if (answer.status !== 201) throw new Error(`A report was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

function done(what: string, answer: Answer): void {
  if (answer.status !== 200) throw new Error(`${what} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}

async function read(person: StaffOverHttp, caseNumber: string): Promise<void> {
  done('Reading', await person.command(caseNumber, 'read', { reason: 'on_duty' }));
}

/** Severity is confirmed as it stands. */
async function handle(person: StaffOverHttp, caseNumber: string, how: Record<string, unknown>): Promise<void> {
  const { severity } = (await person.show(caseNumber)).body;
  done('Handling', await person.decide(caseNumber, 'handling', { severity, ...how }));
}

async function resolve(person: StaffOverHttp, caseNumber: string, how: Record<string, unknown>): Promise<void> {
  done('Resolving', await person.decide(caseNumber, 'resolution', how));
}

/** Opens, claims and handles: what a shift does with an ordinary case. */
async function live(person: StaffOverHttp, caseNumber: string, message: string): Promise<void> {
  await read(person, caseNumber);
  done('Claiming', await person.command(caseNumber, 'claim', {}));
  await handle(person, caseNumber, { safetyDecision: 'safe_for_now', nextStep: 'advise_reporter', message });
}

/** Acknowledges the last rung raised for the case and says which it was. */
async function acknowledge(person: StaffOverHttp, caseNumber: string): Promise<string> {
  const raised = (await person.show(caseNumber)).body.history.findLast(({ type }) => type === 'case.escalated');
  if (raised === undefined) throw new Error('No rung was raised.');
  const { timer, rung } = raised.data as { timer: string; rung: string };
  done('Acknowledging', await person.command(caseNumber, `escalations/${timer}/${rung}/acknowledgement`, {}));
  return rung;
}

async function legalBasis(): Promise<string> {
  const { country } = await import('#shared/country/current.ts');
  return (await country.loadReferrals()).legalBases[0]?.code ?? '';
}

async function police(): Promise<string> {
  const { country } = await import('#shared/country/current.ts');
  return (await country.loadReferrals()).institutions.find(({ code }) => code === 'police_cybercrime')?.code ?? '';
}

/** Instants of the coming Friday and the days after it, by local time: `evening('23:10')`, `evening('09:00', 1)`. */
function nextFriday(now: string): (time: string, daysLater?: number) => Date {
  const today = new Date(now);
  const days = ((5 - today.getUTCDay() + 7) % 7) + 7;
  return (time, daysLater = 0) => {
    const day = new Date(today.getTime() + (days + daysLater) * 86_400_000).toISOString().slice(0, 10);
    // Tirana is one hour ahead of UTC in winter, two in summer; the guess that reads back as asked is right.
    return (['+01:00', '+02:00'] as const)
      .map((offset) => new Date(`${day}T${time}:00${offset}`))
      .find(
        (at) =>
          at.toLocaleTimeString('en-GB', { timeZone: 'Europe/Tirane', hour: '2-digit', minute: '2-digit' }) === time,
      ) as Date;
  };
}
