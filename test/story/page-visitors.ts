import { doors } from '#shared/contracts/http/public/pages/page-paths.ts';
import { reportOfForm } from '#shared/contracts/http/public/pages/report-form.ts';
import type { Audience } from '#shared/domain/help/audience.ts';
import type { BesaOverHttp, Answer, ReportAnswer } from '#test/support/besa-over-http.ts';
import { besaOnPages, type FilledForm } from '#test/support/pages/besa-on-pages.ts';
import type { Typed } from '#test/support/pages/page-forms.ts';

/** Somebody at the form: behind which door, and what they type and choose. */
export interface AtTheForm {
  audience: Audience;
  typed: Typed;
}

/** What a form with this typed into it says, as a program would send it. */
export function saidInForm({ audience, typed }: AtTheForm, language = 'sq'): Record<string, unknown> {
  const fields = new Map(Object.entries(typed).map(([name, text]) => [name, [text].flat()]));
  return reportOfForm(fields, { audience, language }) as Record<string, unknown>;
}

/** The same of a form as it is sent, with what it chooses by itself. */
export function saidBy({ form }: FilledForm, audience: Audience, language = 'sq'): Record<string, unknown> {
  const fields = Map.groupBy(form.entries, ([name]) => name);
  const texts = new Map([...fields].map(([name, entries]) => [name, entries.map(([, text]) => text)]));
  return reportOfForm(texts, { audience, language }) as Record<string, unknown>;
}

/** The answer to a report that was erased, when it is sent again. */
const erasedStatus = 410;

/**
 * Somebody who reports on a page, and sends the same form again for as long as they like. The page says no number of the
 * case: the API answers with it to the same report under the form's key, and it must say the same as the page.
 */
export function pageVisitor(besa: BesaOverHttp, at: AtTheForm): () => Promise<Answer<ReportAnswer>> {
  const pages = besaOnPages(besa.url);
  let form: Promise<FilledForm> | undefined;
  return async () => {
    const own = await (form ??= pages.fills(doors[at.audience], at.typed));
    const { status, receipt } = await pages.sendsForm(own);
    const answer = await besa.report(saidBy(own, at.audience), own.key);
    if (receipt === undefined) {
      const isKnownAnswer = status >= 500 || status === erasedStatus;
      if (!isKnownAnswer) throw new Error(`A form was answered ${status}.`);
    } else if (answer.status === 201 && answer.body.receipt !== receipt.receipt)
      throw new Error('The page shows another code than the API answers.');
    return answer;
  };
}
