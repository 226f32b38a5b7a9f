import type { Text } from '../../text.ts';

/** Words of the panels in which a case is handled and judged, and in which somebody writes to the reporter. */
export interface HandlingWords extends Readonly<
  Record<
    | 'readySentences'
    | 'readyHint'
    | 'fits'
    | 'others'
    | 'preview'
    | 'previewOfChild'
    | 'nothingToPreview'
    | 'reads'
    | 'blankLeft'
    | 'tell'
    | 'write'
    | 'messageMissing'
    | 'choose'
    | 'missing'
    | 'notJudged'
    | 'severityHint'
    | 'changeSeverityFirst'
    | 'lowerMeans'
    | 'fromReport'
    | 'fromAssessment'
    | 'victim'
    | 'addVictim'
    | 'removeVictim'
    | 'mostAlso'
    | 'flagsHint'
    | 'riskHint'
    | 'noTarget'
    | 'newTimeHint'
    | 'noTime'
    | 'noSuchTime'
    | 'noteHint'
    | 'waitingHint',
    Text
  >
> {
  /** How a reporter is addressed: `{address}` of `reads`. */
  addresses: Readonly<Record<'child' | 'adult', Text>>;
}
