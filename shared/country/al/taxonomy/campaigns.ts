/**
 * Regular expressions for campaign codes that name one class. They find a number up to twelve, Arabic or Roman, with a
 * letter (`9A`, `IX-B`). They also find the word for a class, with what follows it. A report with such a code would say
 * who wrote it. Source: docs/domain.md, Campaigns.
 */
export const classMarks: readonly string[] = [
  '(^|-)(1[0-2]|[1-9])-?[A-H](-|$)',
  '(^|-)(XII|XI|IX|VIII|VII|VI|IV|III|II)-?[A-H](-|$)',
  '(^|-)[XVI]-[A-H](-|$)',
  '(^|-)(KLASA|KLASE|KLS|CLASS|GRADE|FORM)(-|[0-9]|$)',
];
