/** `solving`: the engine is at work. `ready`: it has answered. `published`: people have been told, later edits are told apart. */
export const rosterStates = ['draft', 'solving', 'ready', 'published', 'retired'] as const;
export type RosterState = (typeof rosterStates)[number];

/** Within a shift, instants of UTC. */
export type ShiftBreak = { startsAt: number; endsAt: number; isPaid: boolean };

/** What a shift is, apart from who keeps it where. `date`: the day of the tenant's zone on which it starts; its hours belong there. */
export type ShiftFacts = {
  id: string;
  userId: string;
  date: string;
  startsAt: Date;
  endsAt: Date;
  breaks: ShiftBreak[];
  /** The carrier it is for; empty: any he may serve. */
  skill: string | null;
  templateId: string | null;
};

export const wishKinds = ['off', 'early', 'late', 'night'] as const;
export type WishKind = (typeof wishKinds)[number];

export const absenceKinds = ['leave', 'sick', 'training', 'unavailable'] as const;
export type AbsenceKind = (typeof absenceKinds)[number];
export const absenceStates = ['asked', 'granted', 'refused', 'withdrawn'] as const;
export type AbsenceState = (typeof absenceStates)[number];

export const offerKinds = ['give', 'swap'] as const;
export type ShiftOfferKind = (typeof offerKinds)[number];
export const offerStates = ['open', 'taken', 'approved', 'refused', 'withdrawn', 'expired'] as const;
export type ShiftOfferState = (typeof offerStates)[number];

/** What the law protects by a document, until a day: articles 92, 94, 96, 259, 264, 268 of the labour code. */
export const protectionKinds = [
  'under16',
  'under18',
  'pregnant',
  'child-under-3',
  'disabled',
  'disabled-child',
  'carer',
  'single-parent',
  'three-children',
] as const;
export type ProtectionKind = (typeof protectionKinds)[number];
export type Protection = { kind: ProtectionKind; until: string | null; document: string };

/** From Monday, as texts name them. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** On these ISO weekdays (1 Monday … 7 Sunday) he may be asked from `from` to `to`, `HH:MM` of his own wall clock; `to` may lie past midnight. */
export type AvailableTime = { weekdays: number[]; from: string; to: string };

/** A break of `minutes` that begins between `earliest` and `latest` minutes after its shift's start. */
export type BreakPlan = { minutes: number; isPaid: boolean; earliest: number; latest: number };
/** Minutes from start to end, breaks included, and the breaks of a shift that long. */
export type Presence = { minutes: number; breaks: BreakPlan[] };

export const ruleModes = ['hard', 'soft', 'off'] as const;
export type RuleMode = (typeof ruleModes)[number];

export const changeKinds = [
  'place',
  'move',
  'remove',
  'copy',
  'solve',
  'replan',
  'swap',
  'undo',
  'redo',
  'publish',
] as const;
export type RosterChangeKind = (typeof changeKinds)[number];

/** In a plan's address, instead of the week to show. */
export const wholePlan = 'all';
