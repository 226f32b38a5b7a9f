import type { HelpLine, HelpOrder } from '#shared/domain/help/help-lines.ts';
import { againstWomen, danger, extortion, missing, selfHarm, takenOrHurt, violence } from './help-reasons.ts';

const dayAndNight = { sq: '24 orë, çdo ditë', en: '24/7' };

/** Numbers that a person answers. Source: docs/domain.md, Help lines. */
export const helpLines: readonly HelpLine[] = [
  {
    kind: 'listen',
    name: { sq: 'ALO 116 111', en: 'ALO 116 111' },
    phone: '116111',
    when: dayAndNight,
    free: true,
    always: true,
    source: 'National child helpline; looked at in November 2026',
  },
  {
    kind: 'police',
    name: { sq: 'Policia e Shtetit', en: 'State Police' },
    phone: '129',
    when: dayAndNight,
    free: true,
    always: false,
    source: 'State Police; looked at in November 2026',
  },
  {
    kind: 'emergency',
    name: { sq: 'Emergjenca 112', en: 'Emergency 112' },
    phone: '112',
    when: dayAndNight,
    free: true,
    always: false,
    source: 'Minister of Defence, January 2026: one number for the whole country is still an aim',
    unverified: true,
  },
  {
    kind: 'emergency',
    name: { sq: 'Ambulanca', en: 'Ambulance' },
    phone: '127',
    when: dayAndNight,
    free: true,
    always: false,
    source: 'National medical emergency: health ministers, 2020 and later; looked at in November 2026',
  },
  {
    kind: 'missing',
    name: { sq: 'Linja për fëmijët e humbur 116 000', en: 'Missing children line 116 000' },
    phone: '116000',
    when: dayAndNight,
    free: true,
    always: false,
    source: 'Run by ALO 116 111; looked at in November 2026',
  },
  {
    kind: 'women',
    name: {
      sq: 'Linja e këshillimit për gra dhe vajza 116 117',
      en: 'Counselling line for women and girls 116 117',
    },
    phone: '116117',
    when: dayAndNight,
    free: true,
    always: false,
    source: 'UN Women, 2023; agreement of 2016; looked at in November 2026',
  },
];

/**
 * Which phones stand first, the most urgent reason first. 112 never stands before 127 or 129: it does not answer
 * everywhere. Where violence was reported, police come before a talk about self-harm. Words alone may be a figure of
 * speech, so there self-harm goes before. Source: docs/practice.md, Reporter's side.
 */
export const helpOrders: readonly HelpOrder[] = [
  { reason: 'taken_or_hurt', when: takenOrHurt, phones: ['127', '116111'] },
  { reason: 'violence', when: [{ situations: ['wounded'] }], phones: ['129', '127', '116111', '112'] },
  {
    reason: 'violence',
    when: [{ only: ['partner'], situations: ['violence', 'danger'] }],
    phones: ['129', '116117', '116111', '127', '112'],
  },
  { reason: 'violence', when: danger, phones: ['129', '116111', '127', '112'] },
  { reason: 'missing', when: missing, phones: ['116000', '129', '116111'] },
  {
    reason: 'partner',
    when: [{ only: ['partner'], categories: ['abuse_offline', 'threat_violence', 'trafficking_exploitation'] }],
    phones: ['116117', '129', '116111', '127', '112'],
  },
  { reason: 'violence', when: violence, phones: ['129', '116111', '127', '112'] },
  { reason: 'self_harm', when: selfHarm, phones: ['116111', '127'] },
  { reason: 'violence', when: [{ situations: ['violence_in_words'] }], phones: ['129', '116111', '127', '112'] },
  { reason: 'partner', when: [{ situations: ['partner'] }], phones: ['116117', '116111'] },
  { reason: 'extortion', when: extortion, phones: ['116111'] },
  { reason: 'other', when: [{ situations: ['meeting'] }], phones: ['116111', '129'] },
  { reason: 'other', when: [{ only: ['woman'], categories: againstWomen }], phones: ['116111', '116117'] },
];
