import type { accessActions, UnusualSign } from '../../access/access-log.ts';
import type { FindKind } from '../../report/match-keys.ts';
import type { LabelsOf } from '../labels/label.ts';
import type { Text } from '../../text.ts';

/** Words of the access log. */
export interface LogWords extends Readonly<
  Record<
    | 'intro'
    | 'notLogged'
    | 'accusesNobody'
    | 'byPerson'
    | 'byCase'
    | 'person'
    | 'caseNumber'
    | 'caseHint'
    | 'numberWrong'
    | 'choose'
    | 'marked'
    | 'markedSoFar'
    | 'onlyMarked'
    | 'noneMarked'
    | 'who'
    | 'what'
    | 'why'
    | 'marks'
    | 'severity'
    | 'found'
    | 'excludes'
    | 'holder'
    | 'onShift'
    | 'refusedByLook',
    Text
  >
> {
  /** What somebody did. `{kind}` is what was looked for, and `{n}` how many cases were shown. */
  actions: LabelsOf<(typeof accessActions)[number]>;
  kinds: LabelsOf<FindKind>;
  holders: LabelsOf<'self' | 'another' | 'nobody'>;
  /** Why an entry is marked. No sentence accuses anybody. */
  signs: LabelsOf<UnusualSign>;
  /**
   * Reasons that stand in no list of the console. `{what}` is an institution or a platform, or why a case was exported.
   */
  reasons: LabelsOf<
    | 'not_asked'
    | 'set_alone'
    | 'excluded'
    | 'second_person'
    | 'letter'
    | 'referral'
    | 'preview'
    | 'desk'
    | 'addresses'
    | 'notice'
    | 'noticeOfNone'
    | 'export'
    | 'subject'
  >;
}
