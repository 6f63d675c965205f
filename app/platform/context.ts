import { createContext } from 'react-router';
import type { Actor } from '#app/features/access/can.ts';
import type { SettingFault } from '#app/features/carrier-account/setting-fault.ts';
import type { Capabilities, Carrier, Localised, Order } from '#carriers/port.ts';
import type { PracticeRoom } from '#carriers/practice-room.ts';
import type { Databases, TenantDb } from '#db/open.ts';
import type { Env } from './env.ts';
import type { Health } from './health.ts';
import type { KeyChanges } from './key-map.ts';
import type { Live } from './live.ts';

/** What an administrator fills in for an account of one carrier. */
export type CarrierForm = {
  credentialFields: readonly { name: string; title: Localised }[];
  /** What is wrong, by the path inside: `baseUrl`, `limits.0.max`. None: it may be stored. */
  settingsFaults(settings: unknown): SettingFault[];
  credentialsFaults(credentials: unknown): SettingFault[];
};

/** The carriers as the desk sees them: connected by account, known by name. Built by the process entry. */
export type CarrierDesk = {
  /** The carrier account's adapter behind the port, and what this account can do. Throws when it is unknown. */
  open(tenantId: string, accountId: string): Promise<{ carrier: Carrier; capabilities: Capabilities }>;
  titles: Record<string, Localised>;
  forms: Record<string, CarrierForm>;
  instructions(carrier: string, order: Order): Localised;
  /** Where its simulator is practised on; loaded when somebody does. Throws when the carrier is unknown. */
  practise(carrier: string): Promise<PracticeRoom>;
};

/** What the process entry hands to every request. Routes never build any of it. */
export type Services = {
  env: Env;
  secretKey: Buffer;
  databases: Databases;
  carriers: CarrierDesk;
  live: Live;
  now(): Date;
  health(): Promise<Health>;
};
export const servicesContext = createContext<Services>();

export type Person = {
  userId: string;
  name: string;
  email: string;
  locale: 'ru' | 'en';
  keyChanges: KeyChanges;
  sessionId: string;
  /** Runs the whole centre. */
  isAdmin: boolean;
};
/** Set by the session middleware of every guarded layout. */
export const personContext = createContext<Person>();

export type Workplace = {
  tenant: { id: string; slug: string; name: string; colour: string; timeZone: string };
  db: TenantDb;
  actor: Actor;
};
/** Set by the tenant middleware: the client company this address works for, and the person's roles there. */
export const workplaceContext = createContext<Workplace>();
