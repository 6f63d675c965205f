import { data } from 'react-router';
import type { AdmissionRefusal } from '#app/features/admission/admission.ts';
import type { AttachmentRefusal } from '#app/features/attachment/attachment.ts';
import type { BatchRefusal } from '#app/features/batch/create-batch.ts';
import type { CabinetRefusal } from '#app/features/cabinet/cabinet.ts';
import type { CalibrationRefusal } from '#app/features/calibration/calibration.ts';
import type { CallRefusal } from '#app/features/call/call.ts';
import type { CarrierAccountRefusal } from '#app/features/carrier-account/carrier-account.ts';
import type { CaseRefusal } from '#app/features/case/case-refusal.ts';
import type { CoachingRefusal } from '#app/features/coaching/coaching.ts';
import type { DisputeRefusal } from '#app/features/dispute/dispute-refusal.ts';
import type { ErasureRefusal } from '#app/features/erasure/erase-subscriber.ts';
import type { GameRefusal } from '#app/features/game/game-refusal.ts';
import type { GoodwillRefusal } from '#app/features/goodwill/goodwill-refusal.ts';
import type { IncidentRefusal } from '#app/features/incident/incident-refusal.ts';
import type { KnowledgeRefusal } from '#app/features/knowledge/knowledge.ts';
import type { MacroRefusal } from '#app/features/macro/macro.ts';
import type { MailboxRefusal } from '#app/features/mail/mail.ts';
import type { NoticeRefusal } from '#app/features/notice/mark-notices.ts';
import type { OutreachRefusal } from '#app/features/outreach/outreach-refusal.ts';
import type { PersonRefusal } from '#app/features/person/person.ts';
import type { GameRefusal as GameRuleRefusal } from '#app/features/points/change-game.ts';
import type { PredictionRefusal } from '#app/features/prediction/ask-training.ts';
import type { RatingRefusal } from '#app/features/rating/rating.ts';
import type { RequestRefusal } from '#app/features/request/request-refusal.ts';
import type { ReviewRefusal } from '#app/features/review/review-refusal.ts';
import type { RoutingRefusal } from '#app/features/routing/routing-refusal.ts';
import type { ViewRefusal } from '#app/features/saved-view/save-view.ts';
import type { ScorecardRefusal } from '#app/features/scorecard/scorecard-refusal.ts';
import type { IcalRefusal } from '#app/features/sla/read-ical.ts';
import type { SlaRefusal } from '#app/features/sla/sla-refusal.ts';
import type { PhoneRefusal } from '#app/features/subscriber/phone.ts';
import type { AddressRefusal } from '#app/features/subscriber/reveal-address.ts';
import type { RevealRefusal } from '#app/features/subscriber/reveal-number.ts';
import type { TenantRefusal } from '#app/features/tenant/tenant.ts';
import type { WebFormRefusal } from '#app/features/web-form/web-form.ts';
import { type ChurnAreaRefusal, churnErrors } from './churn-errors.ts';
import { type DebtAreaRefusal, debtErrors } from './debt-errors.ts';
import type { Faults } from './form.ts';
import type { KeyRefusal } from './key-map.ts';
import { type ReportAreaRefusal, reportErrors } from './report-errors.ts';
import { type ShiftAreaRefusal, shiftErrors } from './shift-errors.ts';
import { type WorkloadAreaRefusal, workloadErrors } from './workload-errors.ts';

export type Refusal =
  /** Nothing was written: there is no room. Any command may meet it. */
  | { code: 'disk-full' }
  /** Nobody knows whether it was written: the answer was lost, between us and the browser or the database. */
  | { code: 'no-answer' }
  /** The server could not be asked. */
  | { code: 'not-read' }
  /** The thing is not there any more, or never was for this person. */
  | { code: 'gone' }
  /** What was sent cannot be read or is not allowed: our page and our server disagree. */
  | { code: 'not-taken' }
  /** A fault of ours. */
  | { code: 'broken' }
  | RequestRefusal
  | ErasureRefusal
  | BatchRefusal
  | CaseRefusal
  | NoticeRefusal
  | AttachmentRefusal
  | MailboxRefusal
  | CallRefusal
  | WebFormRefusal
  | RoutingRefusal
  | AdmissionRefusal
  | IncidentRefusal
  | GoodwillRefusal
  | GameRefusal
  | GameRuleRefusal
  | ScorecardRefusal
  | ReviewRefusal
  | RatingRefusal
  | DisputeRefusal
  | CalibrationRefusal
  | CoachingRefusal
  | SlaRefusal
  | IcalRefusal
  | PhoneRefusal
  | RevealRefusal
  | AddressRefusal
  | ViewRefusal
  | MacroRefusal
  | KnowledgeRefusal
  | OutreachRefusal
  | PersonRefusal
  | KeyRefusal
  | TenantRefusal
  | PredictionRefusal
  | DebtAreaRefusal
  | CabinetRefusal
  | ChurnAreaRefusal
  | ReportAreaRefusal
  | ShiftAreaRefusal
  | WorkloadAreaRefusal
  | CarrierAccountRefusal;
export type ErrorCode = Refusal['code'];

/** `field`: the form field that the message stands beside. */
export type HttpError = { status: 400 | 403 | 404 | 409 | 422 | 429 | 500 | 503 | 507; field?: string };

/** Every expected no, as the web says it. Texts: `errors:<code>`. A code that is missing here does not compile. */
export const httpErrors = {
  forbidden: { status: 403 },
  'disk-full': { status: 507 },
  'no-answer': { status: 503 },
  'not-read': { status: 503 },
  gone: { status: 404 },
  'not-taken': { status: 400 },
  broken: { status: 500 },
  conflict: { status: 409 },
  'line-not-found': { status: 404 },
  'case-not-found': { status: 404 },
  'message-not-found': { status: 404 },
  'address-not-found': { status: 404 },
  'notice-not-found': { status: 404 },
  'mention-not-colleague': { status: 409 },
  'case-move-not-allowed': { status: 409 },
  'newer-messages': { status: 409 },
  'channel-is-spoken': { status: 409 },
  'reply-is-out': { status: 409 },
  'merge-target': { status: 409 },
  'merge-subscribers': { status: 409 },
  'not-a-complaint': { status: 409 },
  'nothing-waits': { status: 409 },
  'incident-not-found': { status: 404 },
  'incident-over': { status: 409 },
  'decision-not-found': { status: 404 },
  'decision-not-asked': { status: 409 },
  'card-not-found': { status: 404 },
  'card-title-taken': { status: 422, field: 'title' },
  'id-twice': { status: 422 },
  'nothing-drafted': { status: 409 },
  'card-mid-season': { status: 409 },
  'no-next-season': { status: 409 },
  'plan-not-found': { status: 404 },
  'plan-title-taken': { status: 422, field: 'title' },
  'nothing-to-draw': { status: 409 },
  'period-too-wide': { status: 422, field: 'from' },
  'task-not-found': { status: 404 },
  'task-not-open': { status: 409 },
  'task-not-drawn': { status: 409 },
  'reserve-empty': { status: 409 },
  'reason-missing': { status: 422, field: 'reason' },
  'subject-not-found': { status: 404 },
  'case-not-solved': { status: 422, field: 'number' },
  'rating-not-found': { status: 404 },
  'rating-too-early': { status: 409 },
  'rated-already': { status: 409 },
  'review-not-found': { status: 404 },
  'dispute-not-found': { status: 404 },
  'dispute-too-late': { status: 409 },
  'disputed-already': { status: 409 },
  'proposal-unfit': { status: 422 },
  'dispute-not-open': { status: 409 },
  'judge-is-party': { status: 409 },
  'calibration-not-found': { status: 404 },
  'calibration-closed': { status: 409 },
  'marked-already': { status: 409 },
  'reference-missing': { status: 409 },
  'client-not-invited': { status: 409 },
  'coaching-not-found': { status: 404 },
  'coaching-in-the-past': { status: 422, field: 'dueOn' },
  'recheck-too-early': { status: 409 },
  'coaching-not-open': { status: 409 },
  'own-work': { status: 409 },
  'card-unanswered': { status: 422 },
  'pseudonym-taken': { status: 409, field: 'pseudonym' },
  'kudos-spent': { status: 409 },
  'no-season': { status: 409 },
  'not-a-date': { status: 422, field: 'from' },
  'season-begun': { status: 422, field: 'from' },
  'rule-not-found': { status: 404 },
  'quest-not-found': { status: 404 },
  'reward-not-found': { status: 404 },
  'reward-gone': { status: 409 },
  'too-few-points': { status: 409 },
  'order-not-found': { status: 404 },
  'order-decided': { status: 409 },
  'poll-answered': { status: 409 },
  'held-back': { status: 409 },
  'off-shift': { status: 409 },
  'not-admitted': { status: 409 },
  'assignee-not-admitted': { status: 409 },
  'question-not-found': { status: 404 },
  'question-withdrawn': { status: 409 },
  'test-not-found': { status: 404 },
  'bank-too-small': { status: 409 },
  'cool-off': { status: 409 },
  'pass-holds': { status: 409 },
  'attempt-not-found': { status: 404 },
  'attempt-over': { status: 409 },
  'answer-unfit': { status: 422 },
  'request-not-found': { status: 404 },
  'move-not-allowed': { status: 409 },
  'form-reused': { status: 409 },
  'pending-request': { status: 409 },
  'carrier-refuses': { status: 409 },
  'carrier-unreachable': { status: 503 },
  'preview-changed': { status: 409 },
  'date-in-the-past': { status: 422, field: 'scheduledFor' },
  'phone-unreadable': { status: 422, field: 'phone' },
  'phone-length': { status: 422, field: 'phone' },
  'phone-foreign': { status: 422, field: 'phone' },
  'phone-not-mobile': { status: 422, field: 'phone' },
  'periods-overlap': { status: 422 },
  'day-twice': { status: 422 },
  'never-open': { status: 422 },
  'calendar-not-found': { status: 404 },
  'calendar-name-taken': { status: 422, field: 'name' },
  'calendar-missing': { status: 422 },
  'subscriber-not-found': { status: 404 },
  'erased-already': { status: 409 },
  'asked-ahead': { status: 422, field: 'askedOn' },
  'business-open': { status: 409 },
  'paper-not-found': { status: 404 },
  'begins-in-the-past': { status: 422, field: 'effectiveFrom' },
  'ical-unreadable': { status: 422, field: 'file' },
  'ical-empty': { status: 422, field: 'file' },
  'nothing-to-do': { status: 422, field: 'list' },
  'article-not-found': { status: 404 },
  'article-move-not-allowed': { status: 409 },
  'article-slug-taken': { status: 422, field: 'slug' },
  'suggestion-not-found': { status: 404 },
  'synonyms-not-found': { status: 404 },
  'catalogue-unreachable': { status: 503 },
  'macro-not-found': { status: 404 },
  'macro-title-taken': { status: 422, field: 'title' },
  'view-name-taken': { status: 422, field: 'name' },
  'too-many-views': { status: 409 },
  'wrong-credentials': { status: 422 },
  'wrong-password': { status: 422, field: 'current' },
  'wrong-code': { status: 422, field: 'code' },
  'used-code': { status: 422, field: 'code' },
  locked: { status: 429 },
  'weak-password': { status: 422, field: 'password' },
  'second-factor-is-mandatory': { status: 409 },
  'not-oneself': { status: 409 },
  'key-taken': { status: 409 },
  'key-begins-pairs': { status: 409 },
  'key-unusable': { status: 422 },
  'already-a-person': { status: 409, field: 'email' },
  'already-granted': { status: 409, field: 'role' },
  'place-not-found': { status: 422, field: 'tenantId' },
  'person-not-found': { status: 404 },
  'invitation-not-found': { status: 404 },
  'membership-not-found': { status: 404 },
  'tenant-not-found': { status: 404 },
  'slug-taken': { status: 409, field: 'slug' },
  'api-key-not-found': { status: 404 },
  'carrier-not-found': { status: 404 },
  'carrier-account-not-found': { status: 404 },
  'wrong-settings': { status: 422, field: 'settings' },
  'mailbox-not-found': { status: 404 },
  'extension-taken': { status: 409, field: 'number' },
  'form-not-found': { status: 404 },
  'too-many-forms': { status: 429 },
  'too-many-codes': { status: 429, field: 'phone' },
  'code-wrong': { status: 422, field: 'code' },
  'code-over': { status: 409, field: 'code' },
  'too-many-words': { status: 429 },
  'file-too-large': { status: 422, field: 'file' },
  'file-runs': { status: 422, field: 'file' },
  'file-empty': { status: 422, field: 'file' },
  'file-kind': { status: 422, field: 'file' },
  'files-not-carried': { status: 422, field: 'file' },
  'too-many-files': { status: 422, field: 'file' },
  'too-many-today': { status: 422, field: 'file' },
  'credentials-faulty': { status: 422, field: 'credentials' },
  ...debtErrors,
  ...churnErrors,
  ...reportErrors,
  ...shiftErrors,
  ...workloadErrors,
} as const satisfies Record<ErrorCode, HttpError>;

/** What an action answers instead of a value: one refusal, or what is wrong with the form, by field. */
export type Refused = { error: Refusal; faults?: undefined } | { error?: undefined; faults: Faults };

/** Answers a refusal. A thing that is not there, or is another's, is a page that is not there. */
export function refusal<E extends Refusal>(error: E) {
  const { status }: HttpError = httpErrors[error.code];
  if (status === 404) throw data(null, { status });
  return data({ error }, { status });
}
