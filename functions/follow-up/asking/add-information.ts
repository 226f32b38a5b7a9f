import { idempotencyKeyOf } from '#shared/contracts/http/idempotency-key.ts';
import { informationAnswer, informationParser } from '#shared/contracts/http/public/information.ts';
import type { StoredInformation } from '#shared/contracts/http/public/information.ts';
import type { ReportPack } from '#shared/contracts/http/public/report-schema.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { decideInformation } from '#shared/domain/commands/reporter/add-information.ts';
import type { DecidedChange } from '#shared/domain/case/decision.ts';
import type { HelpFacts } from '#shared/domain/help/situations.ts';
import { secondsToWait } from '#shared/domain/commands/reporter/message-rate.ts';
import { findWordsIn, writtenAsAddress } from '#shared/domain/report/words/word-lists.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { Macs } from '#shared/ports/sealing.ts';
import { deriveMessage, deriveReceipt } from '#shared/sealing/derived.ts';
import { fingerprint } from '#shared/sealing/keyed-hashes.ts';
import { changeThread } from '../change-thread.ts';
import type { ChangeThreadDeps } from '../change-thread.ts';
import { blindIndexes, sealInformation } from './seal-information.ts';

export interface AddInformationDeps extends ChangeThreadDeps {
  blindIndexKey: Macs['blindIndexKey'];
  country: ReportPack &
    TimerPolicy &
    Pick<CountryPack, 'loadWords' | 'severity' | 'helpLines' | 'helpOrders' | 'timeZone' | 'reporterTexts'>;
}

/** What help is chosen from: the case with what the message adds. */
function factsAfter({ reported, words }: HelpFacts, { set }: Pick<DecidedChange, 'set'>): HelpFacts {
  return { reported: set.reported ?? reported, words: set.words ?? words };
}

/**
 * How many of the newest messages are looked at. Among them are the reporter's last ten, unless staff wrote forty since.
 * Then ten of the reporter's in a minute are not to be feared. A repeat of a message of 0.1.0 is found here too.
 */
const newestLookedAt = 50;

/**
 * `POST /v1/follow-up/messages`: what a reporter adds. Its words are judged while they are in hand. They are sealed
 * under the thread key, which the receipt opens. The same Idempotency-Key with the same content is one message with one
 * answer. A row leads from the id that the key makes to the message, so a repeat is known in a thread of any length.
 * Throws a `Problem` for everything but a stored message, and `KeysUnavailable` before anything is written.
 */
export function addInformation(deps: AddInformationDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const change = changeThread(deps);
  const { country } = deps;
  const parse = informationParser(country);
  return async (request) => {
    const { language } = request;
    const idempotencyKey = idempotencyKeyOf(request.headers, language);
    const { receipt, said } = parse(request.body, language);
    const { id, fingerprintKey } = deriveMessage(deriveReceipt(receipt).messageId, idempotencyKey);
    const content = fingerprint(fingerprintKey, canonicalJson(said));
    const addresses = [...said.urls, ...said.accounts.map(({ handle }) => handle)];
    const lists = await country.loadWords();
    const words = findWordsIn([said.text, ...writtenAsAddress(addresses)], lists);
    // The key is asked for before the receipt is looked up. So this does not tell either whether the receipt leads
    // anywhere.
    const likenesses = await blindIndexes(said, deps.blindIndexKey);
    const answer = (stored: StoredInformation, facts: HelpFacts, now: Instant): HttpAnswer => ({
      status: 201,
      body: { ...informationAnswer(country, stored, facts, language, now) },
    });

    return change(
      'message',
      receipt,
      request,
      (opened, now) => {
        const { known } = opened;
        if (known?.posted !== undefined) {
          if (known.posted.fingerprint !== content) throw new Problem('message_key_reused', 422, { language });
          return { answer: answer({ ...known.posted, at: known.at }, opened.case, now) };
        }
        const written = opened.sealed.flatMap(({ from, at }) => (from === 'reporter' ? [at] : []));
        const retryAfterSeconds = secondsToWait(written, now);
        if (retryAfterSeconds !== undefined)
          throw new Problem('too_many_requests', 429, { language, retryAfterSeconds });
        const addresses = new Set(likenesses.filter((blind) => blind.startsWith('URL#'))).size;
        const information = { ...said, words, addresses };
        const { parts, readBy, severity } = decideInformation(opened.case, opened.timers, information, country, now);
        return {
          answer: answer({ at: now, readBy, severity }, factsAfter(opened.case, parts), now),
          change: {
            parts,
            also: ({ after: { caseId, messageCount: number } }) => {
              const sealed = sealInformation(opened.threadKey, { caseId, number }, said);
              const posted = { id, fingerprint: content, readBy, severity };
              return { message: { caseId, number, from: 'reporter', at: now, ...sealed, posted }, likenesses };
            },
          },
        };
      },
      { posted: id, newest: newestLookedAt },
    );
  };
}
