import type { LabelsOfPack } from '#shared/domain/console/labels/label.ts';
import type { ReportLabels } from '#shared/domain/console/labels/report-labels.ts';
import type { CategoryCode } from '#shared/domain/report/report.ts';
import type { Text } from '#shared/domain/text.ts';
import { label } from '../label.ts';

const sexualChild = label(
  'Teksti mund të përshkruajë dhunë seksuale ndaj një fëmije.',
  'The text may describe sexual violence against a child.',
);
const sexual = label(
  'Teksti mund të flasë për foto intime ose ngacmim seksual.',
  'The text may speak of intimate pictures or sexual harassment.',
);
const violence = label('Teksti mund të përshkruajë dhunë ose kërcënime.', 'The text may describe violence or threats.');
const abuse = label(
  'Teksti mund të përshkruajë dhunë ose abuzim ndaj një fëmije.',
  'The text may describe violence or abuse of a child.',
);
const selfHarm = label(
  'Teksti mund të flasë për vetëlëndim ose vetëvrasje.',
  'The text may speak of self-harm or suicide.',
);
const insults = label('Teksti mund të ketë fyerje ose gjuhë urrejtjeje.', 'The text may hold insults or hate speech.');
const seen = label(
  'Teksti mund të përshkruajë përmbajtje që trondit.',
  'The text may describe content that is disturbing.',
);
const anything = label(
  'Këtu mund të ketë çdo gjë: kategoria nuk e thotë.',
  'There may be anything here: the category does not say.',
);
const plain = label(
  'Zakonisht pa dhunë, por mund të ketë fjalë të rënda.',
  'Usually without violence, but there may be hard words.',
);

/** What kind of text comes, said before it is opened. */
export const contentWarnings: LabelsOfPack = {
  sexual_extortion: sexualChild,
  csam: sexualChild,
  csam_synthetic: sexualChild,
  grooming: sexualChild,
  trafficking_exploitation: sexualChild,
  abuse_offline: abuse,
  intimate_image: sexual,
  sexual_harassment: sexual,
  suicide_self_harm: selfHarm,
  threat_violence: violence,
  blackmail_other: violence,
  stalking_harassment: violence,
  missing_child: label('Teksti mund të flasë për një fëmijë në rrezik.', 'The text may speak of a child in danger.'),
  cyberbullying: insults,
  hate_speech: insults,
  radicalisation: violence,
  harmful_content: seen,
  illegal_site: seen,
  impersonation_account: plain,
  hacking: plain,
  fraud_scam: plain,
  privacy: plain,
  gaming: plain,
  excessive_use: plain,
  question: plain,
  technical_help: plain,
  not_sure: anything,
  other: anything,
  out_of_remit: plain,
};

/** Sentences of texts that are sexual or violent. */
const hard: readonly Text[] = [sexualChild, sexual, violence, selfHarm, seen, abuse];

/** Categories whose texts open veiled, paragraph by paragraph. */
export const veiledCategories: readonly CategoryCode[] = Object.entries(contentWarnings).flatMap(([code, said]) =>
  hard.includes(said) ? [code] : [],
);

/** The same, whatever the category is. */
export const flagWarnings: ReportLabels['flagWarnings'] = {
  selfHarm,
  offlineViolence: violence,
  weapon: violence,
  sexualImageOfMinor: sexualChild,
};
