import type { CategorySeverity, Severity, SeverityPolicy } from '#shared/domain/report/severity.ts';

/** `always`: one severity for adults and children. `withPeople`: contact and conduct, one level higher under 14. */
const always = (severity: Severity): CategorySeverity => ({ adult: severity, child: severity, raisedUnder14: false });
const withPeople = (severity: Severity): CategorySeverity => ({ ...always(severity), raisedUnder14: true });

/** Source: docs/practice.md, Severity. */
export const severityPolicy: SeverityPolicy = {
  categories: {
    sexual_extortion: { adult: 'high', child: 'critical', raisedUnder14: true },
    csam: { ...withPeople('high'), contentOnly: 'high' },
    csam_synthetic: always('high'),
    grooming: withPeople('high'),
    intimate_image: withPeople('high'),
    sexual_harassment: withPeople('high'),
    trafficking_exploitation: always('high'),
    abuse_offline: withPeople('high'),
    suicide_self_harm: { ...always('critical'), contentOnly: 'normal' },
    threat_violence: always('critical'),
    missing_child: always('critical'),
    blackmail_other: always('high'),
    cyberbullying: withPeople('normal'),
    stalking_harassment: withPeople('high'),
    hate_speech: always('normal'),
    radicalisation: withPeople('high'),
    impersonation_account: always('normal'),
    hacking: always('normal'),
    fraud_scam: always('normal'),
    privacy: always('normal'),
    harmful_content: always('normal'),
    illegal_site: always('normal'),
    excessive_use: always('low'),
    gaming: always('low'),
    technical_help: always('low'),
    question: always('low'),
    not_sure: { adult: 'normal', child: 'high', raisedUnder14: false },
    other: { adult: 'normal', child: 'high', raisedUnder14: false },
    out_of_remit: always('normal'),
  },
  criticalFlags: ['inDanger', 'selfHarm', 'offlineViolence', 'weapon', 'meetingArranged', 'liveNow', 'missing'],
  raisingFlags: ['repeated', 'imagePublic', 'paymentMade'],
  trustedRelations: ['family', 'school_staff', 'known_adult'],
  // "Several reports that a person linked raise the severity": the case itself and two more.
  // Source: docs/practice.md, Cases and Severity.
  manyLinkedReports: 2,
};
