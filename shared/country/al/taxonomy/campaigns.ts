/**
 * What in a campaign code names one class, as regular expressions: a number up to twelve or a Roman one with a letter
 * (`9A`, `IX-B`), or the word for it with what follows. A report of one class would say who wrote it.
 */
export const classMarks: readonly string[] = [
  '(^|-)(1[0-2]|[1-9])-?[A-H](-|$)',
  '(^|-)(XII|XI|IX|VIII|VII|VI|IV|III|II)-?[A-H](-|$)',
  '(^|-)[XVI]-[A-H](-|$)',
  '(^|-)(KLASA|KLASE|KLS|CLASS|GRADE|FORM)(-|[0-9]|$)',
];
