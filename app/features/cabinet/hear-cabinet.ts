import { z } from 'zod';
import type { CaseKind } from '#app/features/case/case.ts';
import type { HeardMessage } from '#app/features/case/hear-subscriber.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { TenantDb } from '#db/open.ts';
import { countOwnWords } from '#db/tenant/queries/cabinet-pages.ts';
import { listLinesOfSubscriber } from '#db/tenant/queries/lines.ts';
import { askedKinds } from './asked-kinds.ts';
import { type CabinetRefusal, wordLimits } from './cabinet.ts';
import type { OpenCabinet } from './cabinet-session.ts';

const formToken = z.uuid();
const words = z.string().trim().min(1, 'required').max(10_000, 'long');

export const MessageInput = z.object({ formToken, words });
export const NewCaseInput = z.object({
  formToken,
  kind: z.enum(askedKinds, 'required'),
  lineId: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
  subject: z.string().trim().min(3, 'short').max(200, 'long'),
  words,
});

type Writer = { db: TenantDb; open: OpenCabinet; locale: 'ru' | 'en'; now: Date };

/** Words of his for the case they belong to, or for a new one, ready to be heard. */
export async function placeWords(
  { db, open, locale, now }: Writer,
  said: z.infer<typeof MessageInput>,
  about: { caseId: string } | { kind: CaseKind; subject: string; lineId: string | null },
): Promise<Result<HeardMessage, CabinetRefusal>> {
  const { subscriberId, msisdn } = open;
  if (await isFlood(db, subscriberId, now)) return refuse({ code: 'too-many-words' });
  const wanted = 'caseId' in about ? { kind: 'question' as const, subject: cut(said.words) } : about;
  const lineId = 'lineId' in about ? about.lineId : null;
  const line = (await listLinesOfSubscriber(db, subscriberId)).find(({ id }) => id === lineId);
  const owner = { subscriberId, lineId: line?.id ?? null, carrier: line?.carrier ?? null };
  return ok({
    channel: 'cabinet',
    externalId: `cabinet:${subscriberId}:${said.formToken}`,
    at: now,
    address: msisdn,
    body: said.words,
    ...('caseId' in about ? { caseId: about.caseId } : {}),
    opens: { kind: wanted.kind, subject: wanted.subject, language: locale, ...owner },
  });
}

/** What one tap says for him about a case he is not content with; he may add words of his own. */
export function complaintAbout(
  { number, subject, lineId }: { number: number; subject: string; lineId: string | null },
  locale: 'ru' | 'en',
) {
  return {
    kind: 'complaint' as const,
    lineId,
    subject: locale === 'en' ? `Complaint about case ${number}` : `Жалоба по обращению № ${number}`,
    words:
      locale === 'en'
        ? `I am not content with how my case ${number} was dealt with: “${subject}”.`
        : `Я недоволен тем, как решали моё обращение № ${number}: «${subject}».`,
  };
}

async function isFlood(db: TenantDb, subscriberId: string, now: Date): Promise<boolean> {
  for (const { max, withinMs } of wordLimits) {
    if ((await countOwnWords(db, subscriberId, new Date(now.getTime() - withinMs))) >= max) return true;
  }
  return false;
}

/** Of words that open a case because the one they were meant for is closed. */
function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line.padEnd(3, '.');
}
