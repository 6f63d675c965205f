import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { roles } from '#app/features/access/role.ts';
import type { MailServer } from '#app/features/mail/mail.ts';
import type { SendWindow } from '#carriers/send-windows.ts';

const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });

export const tenants = sqliteTable(
  'tenants',
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    colour: text().notNull(),
    timeZone: text('time_zone').notNull(),
    /** `null`: a file in the data folder; else a libsql:// or https:// address. */
    databaseUrl: text('database_url'),
    createdAt: instant('created_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [uniqueIndex('tenants_slug').on(t.slug)],
);

export const users = sqliteTable(
  'users',
  {
    id: text().primaryKey(),
    /** Lower case. */
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text('password_hash'),
    totpSecretSealed: text('totp_secret_sealed'),
    totpConfirmedAt: instant('totp_confirmed_at'),
    /** The last time step whose code was used: a code works once. */
    totpLastStep: integer('totp_last_step'),
    locale: text({ enum: ['ru', 'en'] })
      .notNull()
      .default('ru'),
    /** The keys he has chosen instead of those of the key map; by name, the code of the key. */
    keyChanges: text('key_changes', { mode: 'json' }).$type<Partial<Record<string, string>>>(),
    createdAt: instant('created_at').notNull(),
    disabledAt: instant('disabled_at'),
  },
  (t) => [uniqueIndex('users_email').on(t.email)],
);

export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the token, hexadecimal. The token itself is nowhere. */
    id: text().primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    /** Idle end. */
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    secondFactorAt: instant('second_factor_at'),
    userAgent: text('user_agent').notNull(),
    address: text().notNull(),
  },
  (t) => [index('sessions_user').on(t.userId)],
);

/** A role in one tenant; `admin` without a tenant runs the whole centre. */
export const memberships = sqliteTable(
  'memberships',
  {
    id: text().primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    tenantId: text('tenant_id').references(() => tenants.id),
    role: text({ enum: roles }).notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('memberships_once').on(t.userId, t.tenantId, t.role)],
);

export const invitations = sqliteTable(
  'invitations',
  {
    id: text().primaryKey(),
    tokenHash: text('token_hash').notNull(),
    email: text().notNull(),
    role: text({ enum: roles }).notNull(),
    tenantId: text('tenant_id').references(() => tenants.id),
    invitedBy: text('invited_by').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('invitations_token').on(t.tokenHash)],
);

/** Failed sign-ins by account or address, forgotten after their window. */
export const signInFailures = sqliteTable('sign_in_failures', {
  key: text().primaryKey(),
  count: integer().notNull(),
  firstAt: instant('first_at').notNull(),
  lockedUntil: instant('locked_until'),
});

/** Where a person has signed in from: a lock of the whole account does not hold there. */
export const knownAddresses = sqliteTable(
  'known_addresses',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    address: text().notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.address] })],
);

/** One tenant's credential at one carrier. */
export const carrierAccounts = sqliteTable(
  'carrier_accounts',
  {
    id: text().primaryKey(),
    tenantId: text('tenant_id')
      .notNull()
      .references(() => tenants.id),
    carrier: text().notNull(),
    title: text().notNull(),
    /** Parsed by the carrier's own schema; holds base URLs and code tables. */
    settings: text({ mode: 'json' }).notNull(),
    /** AES-256-GCM under PULT_SECRET_KEY. */
    credentialsSealed: text('credentials_sealed').notNull(),
    /** Requests allowed a window, all of them kept at once. Empty: no limit. */
    windows: text({ mode: 'json' }).$type<SendWindow[]>().notNull(),
    /** How long one exchange may take, in ms. */
    deadlineMs: integer('deadline_ms').notNull().default(30_000),
    /** How many of its jobs may be in flight. */
    concurrency: integer().notNull(),
    /** Change kinds that this account's package does not have. */
    disabledKinds: text('disabled_kinds', { mode: 'json' }).$type<string[]>().notNull(),
    /** Its lines are asked for their balances every night. */
    asksBalances: integer('asks_balances', { mode: 'boolean' }).notNull().default(true),
    version: integer().notNull(),
    /** When somebody last set out to ask it for its catalogue. */
    catalogueAskedAt: instant('catalogue_asked_at'),
    createdAt: instant('created_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [index('carrier_accounts_tenant').on(t.tenantId)],
);

/** Send times of an account within its longest window (ms since epoch), for the limits of all processes. */
export const sendLogs = sqliteTable('send_logs', {
  accountId: text('account_id')
    .primaryKey()
    .references(() => carrierAccounts.id),
  version: integer().notNull(),
  sends: text({ mode: 'json' }).$type<number[]>().notNull(),
});

export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text().primaryKey(),
    tenantId: text('tenant_id')
      .notNull()
      .references(() => tenants.id),
    title: text().notNull(),
    keyHash: text('key_hash').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [uniqueIndex('api_keys_hash').on(t.keyHash)],
);

/** Append-only: who did what to the centre itself. Each row carries the hash of the one before. */
export const audit = sqliteTable('audit', {
  id: integer().primaryKey(),
  at: instant('at').notNull(),
  actorId: text('actor_id').notNull(),
  tenantId: text('tenant_id'),
  action: text().notNull(),
  subject: text().notNull(),
  detail: text({ mode: 'json' }),
  previousHash: text('previous_hash').notNull(),
  hash: text().notNull(),
});

/** The mailbox in which a client company hears its subscribers and answers them. */
export const mailboxes = sqliteTable('mailboxes', {
  tenantId: text('tenant_id')
    .primaryKey()
    .references(() => tenants.id),
  /** Lower case; what subscribers write to, and what answers come from. */
  address: text().notNull(),
  senderName: text('sender_name').notNull(),
  imap: text({ mode: 'json' }).$type<MailServer>().notNull(),
  smtp: text({ mode: 'json' }).$type<MailServer>().notNull(),
  /** AES-256-GCM under PULT_SECRET_KEY: the login and password of both servers. */
  credentialsSealed: text('credentials_sealed').notNull(),
  /** Whose word on SPF and DKIM is taken: the name our own mail server signs its checks with. */
  authservId: text('authserv_id'),
  version: integer().notNull(),
  createdAt: instant('created_at').notNull(),
});

/** A telephone exchange may tell us of its calls, signed with this secret. */
export const pbxLinks = sqliteTable('pbx_links', {
  tenantId: text('tenant_id')
    .primaryKey()
    .references(() => tenants.id),
  secretSealed: text('secret_sealed').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** Where chats and messengers of a client company are carried from and to; both sides sign with this secret. */
export const messengerLinks = sqliteTable('messenger_links', {
  tenantId: text('tenant_id')
    .primaryKey()
    .references(() => tenants.id),
  /** Our replies are sent there. */
  url: text().notNull(),
  /** AES-256-GCM under PULT_SECRET_KEY. */
  secretSealed: text('secret_sealed').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** Whatever calls people by itself for a client company and reads a text to them; we sign with this secret. */
export const robotLinks = sqliteTable('robot_links', {
  tenantId: text('tenant_id')
    .primaryKey()
    .references(() => tenants.id),
  url: text().notNull(),
  /** AES-256-GCM under PULT_SECRET_KEY. */
  secretSealed: text('secret_sealed').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** The client company has a public form. */
export const webForms = sqliteTable('web_forms', {
  tenantId: text('tenant_id')
    .primaryKey()
    .references(() => tenants.id),
  openedAt: instant('opened_at').notNull(),
});
