import type { Text } from '../../text.ts';

/** One text for each code of a closed list. A new code without a text does not compile. */
export type LabelsOf<Code extends string> = Readonly<Record<Code, Text>>;

/** Texts for codes that the country pack names itself. A test compares the two. */
export type LabelsOfPack = Readonly<Record<string, Text>>;
