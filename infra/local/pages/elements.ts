import { fieldId, choice, choices, select, textArea, textInput } from '#shared/pages/frame/fields.ts';
import { html, type Markup } from '#shared/pages/frame/html.ts';
import { page, phoneBox, phoneList } from '#shared/pages/frame/layout.ts';
import type { PageContext } from '#shared/pages/frame/page-context.ts';
import { codeShown, guidanceList, paper, timeList } from '#shared/pages/receipt.ts';
import { code, guidance, long } from './looks-data.ts';

const options = [
  { code: 'a', label: 'Po' },
  { code: 'b', label: 'Jo' },
  { code: 'c', label: 'Nuk e di' },
];

/** The elements that pages are made of, each in every state: as it stands, filled, with a hint, and wrong. */
export function elementsPage(context: PageContext): string {
  const groups: readonly [string, Markup][] = [
    ['Text', text()],
    ['Buttons', buttons()],
    ['Fields', fields()],
    ['Answers', answers()],
    ['Boxes', boxes(context)],
    ['Phones', phoneList(context, context.help)],
    [
      'Times',
      timeList([
        ['E lexojmë', 'brenda 4 orësh'],
        ['Merremi me të', 'deri të mërkurën në orën 14:23'],
      ]),
    ],
    ['Code', html`${codeShown(code)}${paper(context, code)}`],
    ['Messages', messages()],
    ['Advice', guidanceList(context, guidance)],
    ['Figures', figures()],
  ];
  const main = html`
    <h1>Elements</h1>
    ${groups.map(
      ([name, drawn]) => html`
        <h2>${name}</h2>
        ${drawn}`,
    )}`;
  return page(context, { title: 'Elements', main, isGuarded: true });
}

function text(): Markup {
  return html`
    <p>${long}</p>
    <p class="quiet">${long}</p>
    <p><a href="#f-plain">A link</a></p>
    <ul>
      <li>One</li>
      <li>Two</li>
    </ul>`;
}

function buttons(): Markup {
  return html`
    <p class="actions">
      <button class="first" type="button">First</button>
      <button type="button">Another</button>
      <a class="button leave" href="#f-plain">Leave</a>
      <button class="link" type="button">As a link</button>
    </p>`;
}

function fields(): Markup {
  const error = 'Kjo nuk është si duhet.';
  const hint = 'Një në çdo rresht.';
  return html`
    ${textInput({ name: 'plain', label: 'A line' })}
    ${textInput({ name: 'hinted', label: 'A line with a hint', hint, value: 'example' })}
    ${textInput({ name: 'wrong', label: 'A line that is wrong', hint, value: 'example', error })}
    ${textArea({ name: 'words', label: 'Words', value: long }, 4)}
    ${textArea({ name: 'wrong-words', label: 'Words that are wrong', value: long, error }, 4)}
    ${select({ name: 'list', label: 'A list' }, 'Zgjidh', options)}
    ${select({ name: 'chosen', label: 'A list, chosen', value: 'b', error }, 'Zgjidh', [], [{ label: 'Group', options }])}`;
}

function answers(): Markup {
  return html`
    ${choices({ name: 'open', label: 'Side by side' }, options)}
    ${choices({ name: 'answered', label: 'Side by side, answered, wrong', value: 'b', error: 'Jo kështu.' }, options)}
    <fieldset id="${fieldId('many')}">
      <legend>One under the other</legend>
      ${choice('many', { code: 'a', label: long }, true, 'checkbox')}
      ${choice('many', { code: 'b', label: 'Jo' }, false, 'checkbox')}
    </fieldset>`;
}

function boxes(context: PageContext): Markup {
  return html`
    <div class="box"><p>${long}</p></div>
    <div class="box warn"><p>${long}</p></div>
    ${phoneBox(context, 'Phones', context.help)}
    ${phoneBox(context, 'Phones for danger', context.help, 'warn')}
    <details>
      <summary>Closed</summary>
      <p>${long}</p>
    </details>
    <details open>
      <summary>Open</summary>
      <p>${long}</p>
    </details>`;
}

function messages(): Markup {
  return html`
    <ol class="thread">
      <li class="you">
        <p class="quiet">Ti, dje në orën 18:05</p>
        <p>${long}</p>
      </li>
      <li class="centre">
        <p class="quiet"><strong class="new">E re</strong> Ne, sot në orën 9:15</p>
        <p>${long}</p>
      </li>
    </ol>`;
}

function figures(): Markup {
  return html`
    <table>
      <tbody>
        <tr>
          <th scope="row">Raportime</th>
          <td>48</td>
        </tr>
      </tbody>
    </table>`;
}
