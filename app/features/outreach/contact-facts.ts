import type { ContactLimits } from './contact-limits.ts';
import type { BarKind, LegalMode, OutreachChannel, OutreachPurpose } from './outreach.ts';

/** As whom the tenant speaks, and within which limits. */
export type ContactRules = {
  mode: LegalMode;
  registerNumber: string | null;
  creditorName: string;
  creditorPhone: string;
  callLabel: string | null;
  limits: ContactLimits;
};

/** What is known of a subscriber that decides whether he may be contacted. */
export type ContactFacts = {
  kind: 'person' | 'company';
  /** IANA; `null`: not known, so it must be allowed everywhere in Russia at once. */
  timeZone: string | null;
  bars: { kind: BarKind; from: Date; until: Date | null }[];
  /** With an empty channel for any but a robot, which needs its own. */
  consents: {
    purpose: OutreachPurpose;
    channel: OutreachChannel | null;
    givenAt: Date;
    withdrawnAt: Date | null;
  }[];
};

export type AskedContact = { purpose: OutreachPurpose; channel: OutreachChannel; at: Date };
