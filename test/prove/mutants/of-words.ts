import type { Mutant } from '../mutant.ts';

const by = { tests: ['test/domain/report/words/word-lists.test.ts'] };
const letters = 'shared/domain/report/words/plain-letters.ts';
const lists = 'shared/domain/report/words/word-lists.ts';
const misspelt = 'shared/domain/report/words/misspelt-words.ts';
const patterns = 'shared/domain/report/words/patterns.ts';
const words = 'shared/domain/report/words/words-of-text.ts';

/** What the word lists see through, each taken out in turn. Without it a child who wrote so is not heard. */
export const mutantsOfWords: readonly Mutant[] = [
  {
    promise: 'P1',
    what: 'letters that look alike are different letters',
    file: letters,
    find: '(letter) => lookAlikes.get(letter) ?? letter)',
    replace: '(letter) => letter)',
    by,
  },
  {
    promise: 'P1',
    what: 'digits stand for no letter',
    file: letters,
    find: 'return digitsRead[letter] ?? letter;',
    replace: 'return letter;',
    by,
  },
  {
    promise: 'P1',
    what: 'a repeated letter counts each time',
    file: letters,
    find: 'if (letter === last) {',
    replace: "if (letter === '' && letter === last) {",
    by,
  },
  {
    promise: 'P1',
    what: 'ë must be typed',
    file: words,
    find: 'if (sign.letter === silent) {\n        this.spell(sign, from, at, isHidden, isAsWritten);',
    replace: 'if (sign.letter === silent) {',
    by,
  },
  {
    promise: 'P1',
    what: 'a blank in a word hides it',
    file: words,
    find: 'return to - from >= longEnoughToBeApart || (',
    replace: 'return first === last && (',
    by,
  },
  {
    promise: 'P1',
    what: 'a hidden letter hides the word',
    file: words,
    find: 'if (!isHidden) for (const child',
    replace: 'if (isHidden) for (const child',
    by,
  },
  {
    promise: 'P1',
    what: 'words without blanks in a longer one are not heard',
    file: patterns,
    find: 'return end - begin >= longEnoughToHold || words',
    replace: 'return words',
    by,
  },
  {
    promise: 'P1',
    what: 'a short phrase between other words without blanks is not heard',
    file: patterns,
    find: ' || words.isBetweenWords(begin, end);',
    replace: ';',
    by,
  },
  {
    promise: 'P1',
    what: 'an idiom in pieces of words keeps a phrase quiet',
    file: patterns,
    find: 'if ((asWritten && !word.isAsWritten) || ',
    replace: 'if (',
    by,
  },
  {
    promise: 'P1',
    what: 'a word that is written as it sounds is not heard',
    file: misspelt,
    find: '      this.addAsItSounds(letters, found);\n',
    replace: '',
    by,
  },
  {
    promise: 'P1',
    what: 'a typo hides a long word',
    file: misspelt,
    find: 'if (letters.length >= longEnoughForTypo - 1)',
    replace: "if (letters === '')",
    by,
  },
  {
    promise: 'P1',
    what: 'a short word joined to the next hides it',
    file: misspelt,
    find: 'this.written.has(rest) ? joined : 0',
    replace: "this.written.has(rest) && letters === '' ? joined : 0",
    by,
  },
  {
    promise: 'P14',
    what: 'an ordinary word wakes people because it is near another',
    file: misspelt,
    find: 'return this.written.has(letters) || this.isOrdinary(letters);',
    replace: 'return this.written.has(letters);',
    by,
  },
  {
    promise: 'P14',
    what: 'an ordinary word wakes people because its w may be a v',
    file: words,
    find: ' && misspelt?.isKnown(letters) === true',
    replace: " && letters === ''",
    by,
  },
  {
    promise: 'P14',
    what: 'an idiom wakes people as the phrase in it does',
    file: lists,
    find: 'filter(({ exception }) => exception === undefined)',
    replace: 'filter(() => true)',
    by,
  },
];
