import type { HttpLambda } from '#shared/lambda/http/http-handler.ts';
import { callHandler, type GatewayAnswer } from '#test/support/gateway.ts';
import { browser, formBytes, formType } from '#test/support/pages/forms.ts';
import { filled, formWith, sent, type Typed } from '#test/support/pages/page-forms.ts';

/** A browser without a script at the pages of the institutions. It presses what a page has, and types what it asks for. */
export function officeWindow(handler: HttpLambda, language = 'en') {
  const post = ({ contentType, body }: { contentType: string; body: Buffer }): Promise<GatewayAnswer> =>
    callHandler(handler, {
      method: 'POST',
      resource: `/${language}/office`,
      headers: { ...browser, 'Content-Type': contentType },
      body,
    });
  return {
    /** Sends the form of a page that has this button. Pressed once more in the same page it is a reload. */
    press: (page: string, button: string, typed: Typed = {}): Promise<GatewayAnswer> =>
      post(sent(filled(formWith(page, button), typed), button)),
    /** Sends fields that no page has drawn. */
    send: (fields: Readonly<Record<string, string>>): Promise<GatewayAnswer> =>
      post({ contentType: formType, body: formBytes(fields) }),
  };
}
