/** A sheet of A4 with its number, for every letter. */
export const letterSheet = `@page{size:A4;margin:20mm 20mm 22mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt serif}}`;
