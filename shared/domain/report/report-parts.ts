import type { Report } from './report.ts';

/**
 * Everything but the narrative, addresses and accounts: name, contact, exact ages, municipality, school, and the clear
 * facts.
 */
export type ReportDetails = Omit<Report, 'narrative' | 'urls' | 'accounts'>;

/**
 * These are sealed under a key of their own, so that somebody can later get the addresses alone
 * (docs/design.md, Sealing).
 */
export type ReportAddresses = Pick<Report, 'urls' | 'accounts'>;

/** A report as it is sealed: three texts under two keys. */
export interface ReportParts {
  narrative?: string;
  details: ReportDetails;
  /** Absent when the report has none. */
  addresses?: ReportAddresses;
}

/** Takes a report apart for sealing. */
export function splitReport(report: Report): ReportParts {
  const { narrative, urls, accounts, ...details } = report;
  return {
    ...(narrative === undefined ? {} : { narrative }),
    details,
    ...(urls.length + accounts.length === 0 ? {} : { addresses: { urls, accounts } }),
  };
}

/** Puts the parts of an opened report together again. */
export function joinReport({ narrative, details, addresses }: ReportParts): Report {
  return {
    ...details,
    ...(narrative === undefined ? {} : { narrative }),
    urls: addresses?.urls ?? [],
    accounts: addresses?.accounts ?? [],
  };
}
