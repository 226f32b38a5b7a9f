/** Physical names of the tables, as a function reads them from its environment. */
export interface TableNames {
  cases: string;
  caseEvents: string;
  keys: string;
  accessLog: string;
  directory: string;
  erasures: string;
  facts: string;
}
