/** Keys by which a careless assignment reaches what all objects share. The first three are no JSON here. */
export const refusedKeys = ['__proto__', 'constructor', 'prototype'] as const;

/** Names that every object answers to: as a field they are unknown, as a code nobody's. */
export const inheritedNames = [
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'toJSON',
  'then',
  '__defineGetter__',
  '__lookupGetter__',
] as const;

const poisons = (key: string): string[] => [
  `{"${key}":{"polluted":true},"category":"not_sure","narrative":"Help."}`,
  `{"category":"not_sure","narrative":"Help.","reporter":{"${key}":{"polluted":true}}}`,
  `{"category":"not_sure","narrative":"Help.","reporter":{"contact":{"${key}":{"polluted":true}}}}`,
  `{"category":"not_sure","narrative":"Help.","victims":[{"${key}":{"polluted":true}}]}`,
  `{"category":"not_sure","narrative":"Help.","flags":{"${key}":{"polluted":true}}}`,
  `{"category":"not_sure","narrative":"Help.","${key}":{"prototype":{"polluted":true}}}`,
  `{"category":"not_sure","narrative":"Help.","${key}":null}`,
  `[{"${key}":{"polluted":true}}]`,
];

/** Bodies that reach for the prototype, in plain and with an escape. */
export const poisoned: string[] = refusedKeys.flatMap((key) => [
  ...poisons(key),
  ...poisons(`\\u${key.charCodeAt(0).toString(16).padStart(4, '0')}${key.slice(1)}`),
]);
