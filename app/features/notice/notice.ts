import type { Target } from '#app/features/sla/contract.ts';

/** What a person hears of: the words of a notice are made from it when it is shown. */
export type Told =
  /** A clock of the case ran so far. `share`: thousandths of the target; level 0 is a warning. */
  | { kind: 'alarm'; clock: string; target: Target; share: number; level: number }
  | { kind: 'mention'; messageId: string }
  | { kind: 'goodwill-asked'; decisionId: string; amountKopecks: number }
  | { kind: 'goodwill-answered'; decisionId: string; answer: 'approved' | 'declined' }
  | { kind: 'reply-failed'; messageId: string; state: 'failed' | 'unconfirmed' }
  /** Somebody wrote in a case that he follows, or the subscriber in a case that is his. */
  | { kind: 'follow'; messageId: string; wrote: 'inbound' | 'reply' | 'note' }
  /** A line must work again by then, or was to: its debt is paid. */
  | { kind: 'restoration'; suspensionId: string; restoreBy: string; isMissed: boolean }
  /** What the model of non-payment was made from is not what comes now. */
  | { kind: 'drift'; modelId: string; features: number }
  /** Something of a shift that begins on `date`. `id`: of what it is about, with its version where it may come again. */
  | { kind: 'shift'; news: ShiftNews; id: string; date: string };
export type NoticeKind = Told['kind'];

/** To those who plan. */
export const planningNews = [
  'offer-asked',
  'absence-asked',
  'sick',
  'shift-declined',
  'extra-agreed',
  'extra-declined',
] as const;
/** To whose shift it is. */
const ownNews = [
  'swap-wanted',
  'offer-taken',
  'offer-approved',
  'offer-refused',
  'offer-expired',
  'absence-granted',
  'absence-refused',
  'break-moved',
  'plan-published',
  'plan-changed',
  'extra-asked',
] as const;
export type ShiftNews = (typeof planningNews)[number] | (typeof ownNews)[number];

/** Names what a notice tells of among those of its kind. */
export function sourceOf(caseId: string | null, told: Told): string {
  switch (told.kind) {
    case 'alarm':
      return `${caseId} ${told.clock} ${told.level} ${told.share}`;
    case 'goodwill-asked':
    case 'goodwill-answered':
      return told.decisionId;
    case 'reply-failed':
      return `${told.messageId} ${told.state}`;
    case 'restoration':
      return `${told.suspensionId} ${told.isMissed ? 'missed' : 'due'}`;
    case 'drift':
      return told.modelId;
    case 'shift':
      return `${told.id} ${told.news}`;
    default:
      return told.messageId;
  }
}
