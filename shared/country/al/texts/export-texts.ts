import type { ExportTexts } from '#shared/domain/country-pack.ts';

/** The watermark over every part of a case that is exported as a file. */
export const exportTexts: ExportTexts = {
  watermark: {
    sq: 'Konfidenciale. Rasti {number}, {export}. Marrësi: {name} ({person}). Data: {at}. Të mos kopjohet dhe të mos u kalohet të tjerëve.',
    en: 'Confidential. Case {number}, {export}, given to {name} ({person}) at {at}. Do not copy it or pass it on.',
  },
};
