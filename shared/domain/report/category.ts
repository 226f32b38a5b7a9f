import type { Sourced } from '../text.ts';

export interface Category extends Sourced {
  code: string;
  /** False for categories only staff may set. */
  public: boolean;
  /** Codes of other taxonomies; null where there is none. Source: docs/domain.md, Other taxonomies. */
  maps: {
    insafe: string | null;
    dsa: { category: string; keyword: string | null } | null;
    /**
     * The DSA code when only adults are involved, if it differs. A nude picture of a minor is CSAM, never "NCII".
     * Source: docs/domain.md, Other taxonomies.
     */
    dsaAdult?: { category: string; keyword: string | null };
    cyberTipline: string | null;
  };
  fourC: 'content' | 'contact' | 'conduct' | 'contract' | 'cross_cutting' | null;
  /** Whether addresses in such cases may lead to CSAM. Only cleared staff see them. */
  csam: boolean;
}
