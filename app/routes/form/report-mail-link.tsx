import { I18nextProvider } from 'react-i18next';
import { data } from 'react-router';
import { answerLink, readLink } from '#app/features/report-mail/answer-link.ts';
import { MailLinkPage } from '#app/features/report-mail/mail-link-page.tsx';
import { refusal } from '#app/platform/http-errors.ts';
import { chooseLocale, createTexts } from '#app/platform/i18n.ts';
import { openMailLink } from '#app/platform/mail-link.ts';
import type { Route } from './+types/report-mail-link.ts';

/** Reading it does nothing: programs that look at mails before their reader open every link. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { tenant, reader } = await openMailLink(context, params.tenantSlug);
  const read = await readLink(reader, params.mailToken);
  const locale = read.ok
    ? read.value.row.language
    : chooseLocale(undefined, request.headers.get('Accept-Language'));
  const about = read.ok
    ? { deed: read.value.deed, isDone: read.value.isDone, address: read.value.row.address }
    : null;
  const shown = { name: tenant.name, colour: tenant.colour, locale, about };
  return data(shown, { status: about ? 200 : 404 });
}

/** The button says yes to reports, or no more. */
export async function action({ params, context }: Route.ActionArgs) {
  const { reader } = await openMailLink(context, params.tenantSlug);
  const answered = await answerLink(reader, params.mailToken);
  return answered.ok ? { done: answered.value } : refusal(answered.error);
}

export default function ReportMailLink({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <I18nextProvider i18n={createTexts(loaderData.locale)}>
      <MailLinkPage asked={loaderData} answer={actionData} />
    </I18nextProvider>
  );
}
