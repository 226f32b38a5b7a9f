import { html } from '#shared/pages/frame/html.ts';
import type { FirstFiles } from './built-files.ts';

/** Where staff sign in, and as which client. */
export interface SignIn {
  address: string;
  clientId: string;
}

/**
 * The one document of the console. It has no word of a case: the script asks for those with a token. `root` is the
 * relative way to the root of the console, so that it works below any path.
 */
export function consoleDocument(
  { script, scripts, next, style, texts, centreTexts }: FirstFiles,
  signIn: SignIn,
  { language, root }: { language: string; root: string },
): string {
  const { [language]: wanted = '' } = texts;
  const settings = JSON.stringify({ signIn, texts, centreTexts, next });
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no, email=no, address=no, date=no" />
        <meta name="besa" content="${settings}" />
        <title>Besa</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${root}files/${style}" />
        <link rel="preload" as="fetch" crossorigin href="${root}files/${wanted}" />
        ${scripts.map((one) => html`<link rel="modulepreload" href="${root}files/${one}" />`)}
        <script type="module" src="${root}files/${script}"></script>
      </head>
      <body>
        <div id="app"></div>
        <p id="unreached" hidden>
          Kjo faqe nuk u hap. Kontrolloni lidhjen dhe hapeni përsëri. / This page did not load. Check the connection and
          open it again.
        </p>
        <p id="unkept" hidden>
          Ky shfletues nuk ruan asgjë për këtë faqe. Lejoni cookies dhe të dhënat e faqes, ose lironi vend në pajisje,
          dhe hapeni përsëri. / This browser keeps nothing for this page. Allow cookies and site data, or free space on
          the device, and open it again.
        </p>
        <noscript
          >Kjo faqe kërkon JavaScript. Telefononi personin në detyrë. / This page needs JavaScript. Phone whoever is on
          duty.</noscript
        >
      </body>
    </html>`.toString();
}
