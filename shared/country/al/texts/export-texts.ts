import type { ExportTexts } from '#shared/domain/country-pack.ts';

/** The watermark over every part of a case that is exported as a file. */
export const exportTexts: ExportTexts = {
  watermark: {
    sq: 'Konfidenciale. Rasti {number}, {export}, dhënë {name} ({person}) më {at}. Mos e kopjoni dhe mos ia përcillni askujt.',
    en: 'Confidential. Case {number}, {export}, given to {name} ({person}) at {at}. Do not copy it or pass it on.',
  },
};
