import { describe, expect, it } from 'vitest';
import { html } from '#shared/pages/frame/html.ts';

describe('a template over several lines', () => {
  it('is drawn as on one line', () => {
    const list = ['a', 'b'].map((one) => html`<li>${one}</li>`);
    const drawn = html`
      <ul class="x">
        ${list}
      </ul>
      ${false}
    `;
    expect(drawn.toString()).toBe('<ul class="x"><li>a</li><li>b</li></ul>');
  });

  it('keeps one blank between attributes, and none before the end of a tag', () => {
    const drawn = html`
      <input
        name="${'a>b'}"
        value="x"${html` checked`}
      >`;
    expect(drawn.toString()).toBe('<input name="a&gt;b" value="x" checked>');
  });

  it('keeps the blanks within a line', () => {
    expect(html`<p>${'a'} <b>${'b'}</b>, c</p>`.toString()).toBe('<p>a <b>b</b>, c</p>');
    expect(html` lang="sq"`.toString()).toBe(' lang="sq"');
  });

  it('keeps words apart that stand on two lines', () => {
    const drawn = html`
      <p>
        Check the connection and
        open it ${'again'},
        or phone.
      </p>
    `;
    expect(drawn.toString()).toBe('<p>Check the connection and open it again, or phone.</p>');
  });

  it('keeps every break of a value, and of a textarea and a pre', () => {
    const text = '\n  first\n\n  <b>\n';
    const drawn = html`
      <p>${text}</p>
      <textarea
        name="a">
${text}</textarea>
      <pre>
  a
</pre>
      <p></p>`;
    const escaped = '\n  first\n\n  &lt;b&gt;\n';
    expect(drawn.toString()).toBe(
      `<p>${escaped}</p><textarea name="a">\n${escaped}</textarea><pre>\n  a\n</pre><p></p>`,
    );
  });

  it('is drawn anew each time', () => {
    const row = (value: string): string =>
      html`
        <td>${value}</td>
      `.toString();
    expect([row('a'), row('b')]).toEqual(['<td>a</td>', '<td>b</td>']);
  });
});
