import { createHash, randomBytes } from 'node:crypto';
import { RouterContextProvider } from 'react-router';
import { v7 as uuid } from 'uuid';
import { sessionEnd } from '#app/features/cabinet/cabinet.ts';
import { openCabinetDoor, requireSubscriber } from '#app/platform/cabinet-guards.ts';
import { clientAddressContext } from '#app/platform/client-address.ts';
import { type Services, servicesContext } from '#app/platform/context.ts';
import { createLog, logContext } from '#app/platform/log.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { cabinetSessions } from '#db/tenant/schema/cabinet.ts';

export type CabinetCall = {
  slug?: string;
  path?: string;
  params?: Record<string, string>;
  fields?: Record<string, string>;
  /** Cookie pairs. */
  cookie?: string;
  address?: string;
};

/** What a route of the cabinet is given behind its door, and inside when `isInside`; the guards may throw. */
export async function cabinetCall(services: Services, call: CabinetCall, isInside = false) {
  const { slug = 'tenant-1', path = '', params = {}, fields, cookie = '', address = '10.0.0.1' } = call;
  const request = new Request(`http://localhost:4600/my/${slug}${path}`, {
    method: fields ? 'POST' : 'GET',
    headers: { Cookie: cookie, 'User-Agent': 'Mozilla Firefox/150 Linux' },
    ...(fields ? { body: new URLSearchParams(fields) } : {}),
  });
  const context = new RouterContextProvider();
  context.set(servicesContext, services);
  context.set(clientAddressContext, address);
  context.set(logContext, createLog({ LOG_LEVEL: 'silent' }));
  const all = { tenantSlug: slug, ...params };
  const given = { request, context, params: all, url: new URL(request.url), pattern: '/' };
  const next = () => Promise.resolve(new Response());
  await openCabinetDoor(given, next);
  if (isInside) await requireSubscriber(given, next);
  return given;
}

/** A cabinet that was opened by a right code just now; returns its cookie pair. */
export async function openCabinet(
  db: TenantDb,
  { slug, subscriberId, lineId, now }: { slug: string; subscriberId: string; lineId: string; now: Date },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const from = { locale: 'ru' as const, address: '10.0.0.1', userAgent: 'a test' };
  const row = { id: createHash('sha256').update(token).digest('hex'), subscriberId, lineId, codeId: uuid() };
  const times = { createdAt: now, expiresAt: sessionEnd(now, now) };
  await commit(db, [db.insert(cabinetSessions).values({ ...row, ...from, ...times })]);
  return `pult-my-${slug}=${token}`;
}
