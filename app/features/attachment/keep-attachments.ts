import { v7 as uuid } from 'uuid';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { attachments } from '#db/tenant/schema/contact.ts';
import { type AttachmentFault, type Incoming, judgeFile, safeName } from './attachment.ts';
import type { FileStore } from './file-store.ts';
import { sniffFile } from './sniff-file.ts';

/** A file as it is kept, or why it is not: then only its name and size are. */
export type KeptFile = { name: string; sizeBytes: number } & (
  | { type: string; sha256: string; refusedReason: null }
  | { type: ''; sha256: null; refusedReason: AttachmentFault }
);

/** Judges a file by its content and stores its bytes. */
export async function keepFile(store: FileStore, { name, bytes }: Incoming): Promise<KeptFile> {
  const about = { name: safeName(name), sizeBytes: bytes.byteLength };
  const judged = judgeFile(name, bytes.byteLength, await sniffFile(bytes));
  if (!judged.ok) return { ...about, type: '', sha256: null, refusedReason: judged.reason };
  return { ...about, type: judged.type, sha256: await store.keep(bytes), refusedReason: null };
}

/** The statements that hang kept files on a message: they go into the batch that writes it. */
export function hangFiles(db: TenantDb, messageId: string, files: readonly KeptFile[]): Statement[] {
  if (files.length === 0) return [];
  return [db.insert(attachments).values(files.map((file) => ({ id: uuid(), messageId, ...file })))];
}
