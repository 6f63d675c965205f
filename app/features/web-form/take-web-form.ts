import { createHmac } from 'node:crypto';
import { type AttachmentRefusal, type Incoming, isOrdinary } from '#app/features/attachment/attachment.ts';
import type { FileStore } from '#app/features/attachment/file-store.ts';
import { hangFiles, type KeptFile, keepFile } from '#app/features/attachment/keep-attachments.ts';
import { findCaller } from '#app/features/call/find-caller.ts';
import type { HeardMessage } from '#app/features/case/hear-subscriber.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { TenantDb } from '#db/open.ts';
import { countForms, getForm } from '#db/tenant/queries/forms.ts';
import { findSubscriberByEmail } from '#db/tenant/queries/mail.ts';
import { formArrivals } from '#db/tenant/schema/arrival.ts';
import {
  formLimits,
  mostFormFileBytes,
  mostFormFiles,
  type WebFormInput,
  type WebFormRefusal,
} from './web-form.ts';

export type FormDesk = {
  db: TenantDb;
  store: FileStore;
  secretKey: Buffer;
  /** The network address it came from. */
  visitor: string;
  locale: 'ru' | 'en';
  now: Date;
};

/** What a sent form says, ready to be heard, once its limits are kept and its files are judged. */
export async function takeWebForm(
  desk: FormDesk,
  form: WebFormInput,
  files: readonly Incoming[],
): Promise<Result<HeardMessage, WebFormRefusal | AttachmentRefusal>> {
  const { db, now } = desk;
  const senderHash = hashSender(desk);
  const isKnown = (await getForm(db, form.formToken)) !== null;
  if (!isKnown && (await isFlood(desk, senderHash))) return refuse({ code: 'too-many-forms' });
  const kept = await keepFormFiles(desk.store, files);
  if (!kept.ok) return kept;
  const owner = await findOwner(db, form);
  return ok({
    channel: 'web',
    externalId: `form:${form.formToken}`,
    at: now,
    address: form.email || (await findCaller(db, form.phone)).address || '',
    body: [form.words, [form.name, form.phone, form.email].filter(Boolean).join(', ')].join('\n\n— '),
    opens: { kind: 'question', subject: form.subject, language: desk.locale, ...owner },
    keep: (messageId, caseId) => [
      ...hangFiles(db, messageId, kept.value),
      db.insert(formArrivals).values({ formToken: form.formToken, senderHash, caseId, at: now }),
    ],
  });
}

/** Tells one sender from another without keeping where he is. */
function hashSender({ secretKey, db, visitor }: FormDesk): string {
  return createHmac('sha256', secretKey).update(`form-sender:${db.tenantId}:${visitor}`).digest('base64url');
}

async function isFlood({ db, now }: FormDesk, senderHash: string): Promise<boolean> {
  for (const { of, max, withinMs } of formLimits) {
    const since = new Date(now.getTime() - withinMs);
    if ((await countForms(db, since, of === 'sender' ? senderHash : undefined)) >= max) return true;
  }
  return false;
}

async function keepFormFiles(
  store: FileStore,
  files: readonly Incoming[],
): Promise<Result<KeptFile[], AttachmentRefusal>> {
  if (files.length > mostFormFiles) return refuse({ code: 'too-many-files' });
  const kept: KeptFile[] = [];
  for (const file of files) {
    if (file.bytes.byteLength > mostFormFileBytes) return refuse({ code: 'file-too-large' });
    const one = await keepFile(store, file);
    if (one.sha256 === null) return refuse({ code: `file-${one.refusedReason}` });
    if (!isOrdinary(one.type)) return refuse({ code: 'file-kind' });
    kept.push(one);
  }
  return ok(kept);
}

/**
 * Whose case it is. An answer goes to the address that was left, so an address that is not the subscriber's
 * own never gets his card beside it, whatever number is claimed with it.
 */
async function findOwner(db: TenantDb, { email, phone }: WebFormInput) {
  const byPhone = phone ? await findCaller(db, phone) : null;
  if (!email) return { subscriberId: byPhone?.subscriberId ?? null, lineId: byPhone?.lineId ?? null };
  const byEmail = await findSubscriberByEmail(db, email);
  if (!byEmail) return {};
  const isHisNumber = byPhone?.subscriberId === byEmail.subscriberId;
  return { ...byEmail, lineId: isHisNumber ? byPhone.lineId : byEmail.lineId };
}
