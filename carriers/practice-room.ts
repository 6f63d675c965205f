import type {
  BlockedBy,
  Capabilities,
  CarrierLine,
  Change,
  Failure,
  Localised,
  Preview,
  Read,
} from './port.ts';

/**
 * What somebody who practises is given of a carrier: its simulator, in this process and for one line that exists
 * nowhere. Nothing of it reaches a network, a carrier account or a tenant's database.
 */
export type PracticeItem = {
  code: string;
  name: string;
  /** Codes of options that cannot stand beside this one, and of those that must. */
  conflicts: readonly string[];
  requires: readonly string[];
};
export type PracticeLine = { tariffCode: string; optionCodes: string[]; blocked: BlockedBy | null };

/** How a change ended. `person`: this carrier takes it in its cabinet only. `unclear`: it did not say in a month. */
export type PracticeEnd =
  | { type: 'done'; tookMs: number }
  | { type: 'refused' | 'unclear'; failure: Failure }
  | { type: 'person'; instructions: Localised };

export type PracticeCarrier = {
  capabilities: Capabilities;
  getLine(): Promise<Read<CarrierLine>>;
  /** `null`: it goes to a person, no carrier is asked. */
  preview(change: Change): Promise<Read<Preview> | null>;
  /** Sends the change and asks until it is done, on a clock of its own that nobody waits for. */
  carryOut(change: Change): Promise<PracticeEnd>;
};

export type PracticeRoom = {
  options: readonly PracticeItem[];
  tariffs: readonly PracticeItem[];
  /** A new simulator with this line alone; it is gone when nobody holds it. */
  open(line: PracticeLine, now: Date): PracticeCarrier;
};
