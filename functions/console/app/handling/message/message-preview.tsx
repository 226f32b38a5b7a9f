import { toReader } from '#shared/contracts/http/wording.ts';
import { sayMoment } from '#shared/domain/time/say-moment.ts';
import type { CaseView } from '../../api/answers.ts';
import { language, texts, words } from '../../frame/texts.ts';
import { now } from '../../sign-in/session.ts';
import { reporterOf } from './reader.ts';

/** A message as the reporter's own page shows it: in the reporter's language, as plain text. */
export function MessagePreview({ view, text }: { view: CaseView; text: string }) {
  const w = words().handling;
  const { thread, country } = texts();
  const reader = reporterOf(view, country.language);
  const at = now().toISOString();
  const when = sayMoment({ use: 'at', at, now: at }, reader.language, country.timeZone, country.moments);
  const us = toReader(thread.us, reader.address, reader.language, language.value);
  return (
    <section class="preview" aria-label={reader.address === 'child' ? w.previewOfChild : w.preview}>
      <h3>{reader.address === 'child' ? w.previewOfChild : w.preview}</h3>
      {text.trim() === '' ? (
        <p class="quiet">{w.nothingToPreview}</p>
      ) : (
        <div class="as-reporter" lang={reader.language}>
          <p class="quiet">
            {us}, {when}
          </p>
          <p class="words">{text.trim()}</p>
        </div>
      )}
    </section>
  );
}
