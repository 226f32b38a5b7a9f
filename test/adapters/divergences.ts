export interface Divergence {
  engine: 'dynoxide' | 'memory';
  /** What it does instead: an error that reads like this, or whatever is answered without one. */
  instead: RegExp | 'accepts';
  because: string;
}

const lenient = (because: string): Divergence => ({ engine: 'dynoxide', instead: 'accepts', because });
const untrue: Divergence = {
  engine: 'dynoxide',
  instead: /^ConditionalCheckFailedException/,
  because: 'the embedded engine holds such a condition for untrue',
};
const absent = (instead: RegExp, because: string): Divergence => ({ engine: 'memory', instead, because });

/** Where one of the two databases answers otherwise than DynamoDB: by the sentence of the case. test/sim/README.md tells them. */
export const divergences: Readonly<Record<string, Divergence>> = {
  'refuses a type of attribute that there is not': untrue,
  'refuses to order what has no order': untrue,
  'refuses to compare an attribute with itself': lenient('the embedded engine compares it'),
  'refuses a function in another case': lenient('the embedded engine takes function names in any case'),
  'refuses an entry with two writes': lenient('the embedded engine does the first and forgets the other'),
  'refuses to go on from another partition': lenient('the embedded engine goes by the sort key alone'),
  'refuses to go on from outside of what is asked': lenient('the embedded engine begins where the condition does'),
  'refuses a partition of another type': lenient('the embedded engine finds nothing'),
  'refuses a sort key of another type': lenient('the embedded engine finds what it likes'),
  'refuses an empty partition': lenient('the embedded engine finds nothing'),
  'refuses an empty sort key': lenient('the embedded engine finds everything'),
  'refuses an empty beginning of a sort key': lenient('the embedded engine finds everything'),
  'refuses to bring from an index what is not in it': lenient('the embedded engine leaves it out'),
  'writes into a map and a list': absent(/no paths into a value/, 'Besa writes no such path'),
  'returns what an update changed': absent(/does not return UPDATED_NEW/, 'Besa asks for no such thing'),
  'writes a number in its shortest form': absent(/plain numbers only/, 'Besa writes numbers as JavaScript does'),
  'scans an index': absent(/does not know IndexName/, 'Besa scans the journal of erasures alone'),
};
