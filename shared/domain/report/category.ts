import type { Sourced } from '../text.ts';

export interface Category extends Sourced {
  code: string;
  /** False for categories only staff may set. */
  public: boolean;
  /** Codes of other taxonomies (docs/domain.md, Other taxonomies); null where there is none. */
  maps: {
    insafe: string | null;
    dsa: { category: string; keyword: string | null } | null;
    /** When only adults are involved, if that differs: a nude picture of a minor is CSAM, never "NCII" (docs/domain.md, Words for CSAM). */
    dsaAdult?: { category: string; keyword: string | null };
    cyberTipline: string | null;
  };
  fourC: 'content' | 'contact' | 'conduct' | 'contract' | 'cross_cutting' | null;
  /** Whether addresses in such cases may be of CSAM: they are shown to cleared staff only. */
  csam: boolean;
}
