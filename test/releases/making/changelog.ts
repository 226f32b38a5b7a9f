const unreleased = '## Unreleased';
const goingBack = 'Can be gone back from:';

/**
 * The changelog with what was unreleased under its number and date. Throws when nothing is unreleased, and when it does not
 * say whether one can go back.
 */
export function releasedChangelog(text: string, version: string, date: string): string {
  const lines = text.split('\n');
  const at = lines.indexOf(unreleased);
  if (at === -1) throw new Error(`CHANGELOG.md has no heading "${unreleased}": nothing is to be released.`);
  const end = lines.findIndex((line, index) => index > at && line.startsWith('## '));
  const section = lines.slice(at + 1, end === -1 ? undefined : end);
  const said = section.filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const back = said.find((line) => line.includes(goingBack));
  if (back === undefined || back.trim().endsWith(goingBack)) {
    throw new Error(`CHANGELOG.md does not say of this release: "${goingBack} yes, or no, and how".`);
  }
  if (said.length === 1) throw new Error('CHANGELOG.md says nothing else of this release.');
  return [...lines.slice(0, at), `## ${version} - ${date}`, ...lines.slice(at + 1)].join('\n');
}
