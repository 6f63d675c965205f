import type { RouterContextProvider } from 'react-router';
import type { ReportReader } from '#app/features/report/read-month.ts';
import { workplaceContext } from './context.ts';
import { demand } from './guards.ts';
import { requestDeskOf } from './request-desk.ts';

/** Reads one page of the portal for whoever may see it, by the period its address says. */
export function readReport<View>(
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
  read: (reader: ReportReader, search: URLSearchParams) => Promise<View>,
): Promise<View> {
  const { actor, tenant } = context.get(workplaceContext);
  demand(actor, 'report:read');
  const reader = { ...requestDeskOf(context), timeZone: tenant.timeZone };
  return read(reader, new URL(request.url).searchParams);
}
