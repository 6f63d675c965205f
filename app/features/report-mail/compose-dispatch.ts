import { writeMonthFile } from '#app/features/closed-month/month-files.ts';
import { spanOf } from '#app/features/own-report/own-report.ts';
import { writeOwnFile } from '#app/features/own-report/own-report-file.ts';
import { monthsBefore, wholeMonth } from '#app/features/report/period.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { Services } from '#app/platform/context.ts';
import { formatFor } from '#app/platform/format.ts';
import type { TenantRow } from '#db/control/queries/tenants.ts';
import type { TenantDb } from '#db/open.ts';
import { getOwnReport } from '#db/tenant/queries/own-reports.ts';
import type { AddressRow, DispatchRow, ScheduleRow } from '#db/tenant/queries/report-mail.ts';
import { findOutsider } from './find-outsider.ts';
import { filled, mailTextsOf } from './mail-texts.ts';
import { mailToken } from './mail-token.ts';

export type ReportSender = Pick<Services, 'databases' | 'secretKey' | 'env' | 'now'> & {
  carriers: Pick<Services['carriers'], 'titles'>;
};
export type Dispatched = { dispatch: DispatchRow; schedule: ScheduleRow; address: AddressRow };
type Letter = {
  to: string;
  subject: string;
  text: string;
  unsubscribeUrl: string;
  attachments: { name: string; type: string; bytes: Uint8Array }[];
};
/** `held`: it cannot be written yet; `failed`: it never will be. */
export type Composed = { letter: Letter } | { held: 'month-not-closed' } | { failed: DispatchFailure };
type DispatchFailure = 'not-wanted' | 'schedule-removed' | 'report-removed' | 'names-people';

type Content = { title: string; path: string; bytes: Uint8Array };

/** A report as a mail, with its numbers of when it was due. */
export async function composeDispatch(
  sender: ReportSender,
  { db, tenant }: { db: TenantDb; tenant: TenantRow },
  { dispatch, schedule, address }: Dispatched,
): Promise<Composed> {
  if (!address.confirmedAt || address.endedAt) return { failed: 'not-wanted' };
  if (schedule.removedAt) return { failed: 'schedule-removed' };
  const { language } = address;
  const titles = Object.entries(sender.carriers.titles).map(([id, title]) => [id, title[language]]);
  const words = { language, tenant: tenant.name, carriers: Object.fromEntries(titles) };
  const of = { sender, db, tenant, dispatch, schedule, address, words };
  const content =
    schedule.mailed.kind === 'own'
      ? await ownContent(of, schedule.mailed.ownReportId)
      : await monthContent(of);
  if ('held' in content || 'failed' in content) return content;
  const { title, path, bytes } = content;
  const texts = mailTextsOf(language);
  const token = mailToken(sender.secretKey, tenant.id, 'end', address);
  const origin = sender.env.PULT_ORIGIN;
  const values = {
    title,
    tenant: tenant.name,
    url: `${origin}/t/${tenant.slug}/${path}`,
    end: `${origin}/f/${tenant.slug}/reports/${token}`,
  };
  const name = schedule.mailed.kind === 'month' ? schedule.file.replace('report', 'month') : schedule.file;
  return {
    letter: {
      to: address.address,
      subject: filled(texts.subject, values),
      text: filled(texts.body, values),
      unsubscribeUrl: `${origin}/hooks/reports/${tenant.slug}/${token}`,
      attachments: [{ name, type: typeOf(schedule.file), bytes }],
    },
  };
}

type Of = Dispatched & {
  sender: ReportSender;
  db: TenantDb;
  tenant: TenantRow;
  words: { language: 'ru' | 'en'; tenant: string; carriers: Record<string, string> };
};
type Found = Content | { held: 'month-not-closed' } | { failed: DispatchFailure };

async function ownContent(
  { sender, db, tenant, dispatch, schedule, address, words }: Of,
  id: string,
): Promise<Found> {
  const report = await getOwnReport(db, id);
  if (!report || report.removedAt) return { failed: 'report-removed' };
  const { control } = sender.databases;
  if (await findOutsider({ db, control }, report.definition, [address])) return { failed: 'names-people' };
  const { timeZone } = tenant;
  const reader = { db, control, now: dispatch.dueAt, timeZone };
  const bytes = await writeOwnFile(reader, report, schedule.file, words);
  if (!bytes) throw new Error(`There is no file ${schedule.file} of a report.`);
  const span = spanOf(report.definition.period, dateAt(dispatch.dueAt.getTime(), timeZone));
  const period = formatFor(words.language, timeZone).period(span.from, span.to);
  return { title: `${report.name}, ${period}`, path: `report/own/${id}`, bytes };
}

/** The month before the day it is due. It is closed by a person, and waited for. */
async function monthContent({ sender, db, tenant, dispatch, schedule, words }: Of): Promise<Found> {
  const { timeZone } = tenant;
  const month = monthsBefore(dateAt(dispatch.dueAt.getTime(), timeZone).slice(0, 7), 1);
  const reader = { db, now: dispatch.dueAt, timeZone, secretKey: sender.secretKey };
  const file = schedule.file.replace('report', 'month');
  const bytes = await writeMonthFile(reader, { month, file }, words);
  if (!bytes) return { held: 'month-not-closed' };
  const { from, to } = wholeMonth(month);
  const title = formatFor(words.language, timeZone).period(from, to);
  return { title, path: `report/months/${month}`, bytes };
}

function typeOf(file: string): string {
  if (file.endsWith('.pdf')) return 'application/pdf';
  if (file.endsWith('.csv')) return 'text/csv; charset=utf-8';
  return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
}
