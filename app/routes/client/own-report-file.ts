import { data } from 'react-router';
import { downloadResponse } from '#app/features/attachment/download-response.ts';
import { writeOwnFile } from '#app/features/own-report/own-report-file.ts';
import { findOwnReport } from '#app/features/own-report/read-own-reports.ts';
import { fileWordsOf } from '#app/platform/file-words.ts';
import { readReport } from '#app/platform/report-desk.ts';
import type { Route } from './+types/own-report-file.ts';

/** A report of one's own for paper or a spreadsheet. */
export async function loader(visit: Route.LoaderArgs) {
  const { ownReportId, ownReportFile } = visit.params;
  const written = await readReport(visit, async (desk) => {
    const report = await findOwnReport(desk, ownReportId);
    return report && writeOwnFile(desk, report, ownReportFile, fileWordsOf(visit.context));
  });
  if (!written) throw data(null, { status: 404 });
  return downloadResponse({ name: ownReportFile, type: 'application/octet-stream' }, written);
}
