import type { ProblemTexts } from '#shared/domain/country-pack.ts';

/** One sentence for each way a field can be wrong. It says what to do, not who is wrong. */
export const fieldProblems: ProblemTexts['fieldProblems'] = {
  required: { sq: 'Kjo fushë duhet plotësuar.', en: 'This field is needed.' },
  wrong_type: { sq: 'Kjo fushë duhet të ketë një lloj tjetër vlere.', en: 'This field needs another kind of value.' },
  unknown_field: { sq: 'Këtë fushë nuk e njohim.', en: 'We do not know this field.' },
  unknown_code: {
    sq: 'Këtë vlerë nuk e njohim. Zgjidh një nga lista.',
    en: 'We do not know this value. Choose one from the list.',
  },
  too_long: {
    sq: 'Kjo është shumë e gjatë. Më e shumta: {limit}.',
    en: 'This is too long. The most is {limit}.',
  },
  too_many: { sq: 'Këto janë shumë. Më e shumta: {limit}.', en: 'These are too many. The most is {limit}.' },
  too_much: {
    sq: 'Së bashku kjo është më shumë se sa mund të kalohet njëherësh. Më e shumta: {limit}. Zgjidh më pak fusha.',
    en: 'Together this is more than can be passed on at once. The most is {limit}. Choose fewer fields.',
  },
  too_small: {
    sq: 'Kjo vlerë është shumë e vogël. Më e pakta: {limit}.',
    en: 'This value is too small. The least is {limit}.',
  },
  too_large: {
    sq: 'Kjo vlerë është shumë e madhe. Më e shumta: {limit}.',
    en: 'This value is too large. The most is {limit}.',
  },
  not_a_number: { sq: 'Këtu duhet një numër.', en: 'A number is needed here.' },
  empty_report: {
    sq: 'Na trego të paktën një gjë: çfarë ndodhi, një adresë faqeje, një llogari, ose si të të gjejmë.',
    en: 'Tell us at least one thing: what happened, an address of a page, an account, or how to reach you.',
  },
  weak_key: {
    sq: 'Ky çelës mund të jetë edhe i dikujt tjetër. Përdor një çelës të ri të rastit, për shembull një UUID të versionit 4 ose 7.',
    en: 'Somebody else may have this key, too. Use a new random one, such as a UUID of version 4 or 7.',
  },
  empty_text: {
    sq: 'Kjo fushë është bosh. Shkruaj diçka që lexohet.',
    en: 'This field is empty. Write something that can be read.',
  },
  names_another_case: {
    sq: 'Këtu është shkruar numri i një rasti tjetër. Asnjë raportuesi nuk i tregohet për një tjetër: hiqeni numrin.',
    en: 'This has the number of another case. No reporter is told of another one: leave the number out.',
  },
  named_twice: { sq: 'Ky rast është shënuar më parë.', en: 'This case was named before.' },
  wrong_form: { sq: 'Kjo duhet shkruar në një formë tjetër.', en: 'This needs to be written in another form.' },
};
