import { I18nextProvider } from 'react-i18next';
import { data } from 'react-router';
import { fileStore } from '#app/features/attachment/file-store.ts';
import { hearSubscriber } from '#app/features/case/hear-subscriber.ts';
import { takeWebForm } from '#app/features/web-form/take-web-form.ts';
import { mostFormBytes, WebFormInput } from '#app/features/web-form/web-form.ts';
import { WebFormPage } from '#app/features/web-form/web-form-page.tsx';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, parseForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { chooseLocale, createTexts } from '#app/platform/i18n.ts';
import { filesOf, readUpload } from '#app/platform/read-upload.ts';
import { visitOf } from '#app/platform/visit.ts';
import { isFormOpen } from '#db/control/queries/channels.ts';
import { getTenantBySlug } from '#db/control/queries/tenants.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { listOpenIncidents } from '#db/tenant/queries/incidents.ts';
import type { Route } from './+types/web-form.ts';

/** The client company of this address, when its form is open. */
async function openForm({ request, params, context }: Route.LoaderArgs | Route.ActionArgs) {
  const services = context.get(servicesContext);
  const tenant = await getTenantBySlug(services.databases.control, params.tenantSlug);
  if (!tenant || !(await isFormOpen(services.databases.control, tenant.id)))
    throw data(null, { status: 404 });
  const asked = new URL(request.url).searchParams.get('lang');
  const said = request.headers.get('Accept-Language');
  const locale = chooseLocale(asked === 'en' || asked === 'ru' ? asked : undefined, said);
  return { services, tenant, locale, db: await services.databases.openTenant(tenant.id) };
}

export async function loader(args: Route.LoaderArgs) {
  const { tenant, locale, db } = await openForm(args);
  const troubles = (await listOpenIncidents(db)).map(({ id, banner }) => ({ id, banner }));
  const { name, colour } = tenant;
  return { name, colour, locale, troubles, formToken: crypto.randomUUID() };
}

export async function action(args: Route.ActionArgs) {
  const { services, tenant, locale, db } = await openForm(args);
  const fields = await readUpload(args.request, mostFormBytes);
  const files = await filesOf(fields, 'file');
  fields.delete('file');
  const form = parseForm(WebFormInput, Object.fromEntries(fields));
  if (!form.ok) return faulty(form.faults);
  // Only a machine fills this in; it is told what it wants to hear.
  if (form.value.website) return { number: 0 };
  const { address: visitor } = visitOf(args.request, args.context);
  const store = fileStore(services.env.PULT_DATA_DIR, tenant.id);
  const now = services.now();
  const desk = { db, store, secretKey: services.secretKey, visitor, locale, now };
  const taken = await takeWebForm(desk, form.value, files);
  if (!taken.ok) return refusal(taken.error);
  const heard = await hearSubscriber(db, taken.value, now);
  if (!heard.ok) return refusal(heard.error);
  return { number: (await getCase(db, heard.value.caseId))?.number ?? 0 };
}

export default function WebForm({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <I18nextProvider i18n={createTexts(loaderData.locale)}>
      <WebFormPage form={loaderData} answer={actionData} />
    </I18nextProvider>
  );
}
