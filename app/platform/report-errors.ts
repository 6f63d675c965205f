import type { AnnotationRefusal } from '#app/features/annotation/annotation.ts';
import type { MonthRefusal } from '#app/features/closed-month/close-month.ts';
import type { QuestionRefusal } from '#app/features/figure-question/question.ts';
import type { OwnReportRefusal } from '#app/features/own-report/own-report.ts';
import type { ExportRefusal } from '#app/features/person-export/person-export.ts';
import type { ReportMailRefusal } from '#app/features/report-mail/report-mail.ts';
import type { TermsRefusal } from '#app/features/service-terms/set-service-terms.ts';
import type { HttpError } from './http-errors.ts';

/** Every expected no about reports: a part of the one table in http-errors.ts. */
export type ReportAreaRefusal =
  | MonthRefusal
  | TermsRefusal
  | AnnotationRefusal
  | QuestionRefusal
  | OwnReportRefusal
  | ReportMailRefusal
  | ExportRefusal;

export const reportErrors = {
  'not-first-of-month': { status: 422, field: 'effectiveFrom' },
  'annotation-not-found': { status: 404 },
  'annotation-ends-first': { status: 422, field: 'until' },
  'annotated-already': { status: 409 },
  'asked-not-found': { status: 404 },
  'too-many-asked': { status: 429 },
  'asked-answered': { status: 409 },
  'own-report-not-found': { status: 404 },
  'report-names-people': { status: 422, field: 'sharing' },
  'too-many-own-reports': { status: 409 },
  'mail-address-not-found': { status: 404 },
  'mail-address-confirmed': { status: 409 },
  'mail-asked-often': { status: 429 },
  'too-many-mail-addresses': { status: 409 },
  'mail-schedule-not-found': { status: 404 },
  'too-many-mail-schedules': { status: 409 },
  'mail-names-people': { status: 422, field: 'addressIds' },
  'mail-link-over': { status: 404 },
  'export-too-large': { status: 409 },
  'export-empty': { status: 409 },
  'month-not-over': { status: 409 },
  'month-closed': { status: 409 },
  'month-not-found': { status: 404 },
  'month-unchanged': { status: 409 },
} as const satisfies Record<string, HttpError>;
