import type { TenantDb } from '#db/open.ts';
import { getCaseIdByNumber, getCaseIdOfMessage, listAddressesOfCase } from '#db/tenant/queries/mail.ts';
import type { ParsedMail } from './parsed-mail.ts';
import { readThreadProofs } from './thread-token.ts';

export type ProvenThread = { caseId: string; knownAddresses: string[] };

/** The case whose mark a mail carries, and who may write into it. */
export async function findThread(
  db: TenantDb,
  key: Buffer,
  mail: Pick<ParsedMail, 'recipients' | 'references'>,
): Promise<ProvenThread | null> {
  for (const proof of readThreadProofs(key, mail).slice(0, 5)) {
    const caseId =
      'caseNumber' in proof
        ? await getCaseIdByNumber(db, proof.caseNumber)
        : await getCaseIdOfMessage(db, proof.messageId);
    if (caseId) return { caseId, knownAddresses: await listAddressesOfCase(db, caseId) };
  }
  return null;
}
