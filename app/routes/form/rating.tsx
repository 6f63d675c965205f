import { I18nextProvider } from 'react-i18next';
import { data } from 'react-router';
import { findRatable, rateCase } from '#app/features/rating/rate-case.ts';
import { asksRecommendation, RatingInput } from '#app/features/rating/rating.ts';
import { RatingPage } from '#app/features/rating/rating-page.tsx';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { chooseLocale, createTexts } from '#app/platform/i18n.ts';
import { getTenantBySlug } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/rating.ts';

/** The client company of this address, and what is needed to read our own tokens. */
async function openRating({ params, context }: Route.LoaderArgs | Route.ActionArgs) {
  const { databases, secretKey, now } = context.get(servicesContext);
  const tenant = await getTenantBySlug(databases.control, params.tenantSlug);
  if (!tenant) throw data(null, { status: 404 });
  return { tenant, desk: { db: await databases.openTenant(tenant.id), secretKey, now: now() } };
}

export async function loader(args: Route.LoaderArgs) {
  const { tenant, desk } = await openRating(args);
  const found = await findRatable(desk, args.params.token);
  const locale = chooseLocale(undefined, args.request.headers.get('Accept-Language'));
  const shown = { name: tenant.name, colour: tenant.colour, locale };
  if (!found.ok) {
    const { code } = found.error;
    if (code === 'rating-not-found') throw data(null, { status: 404 });
    return { ...shown, about: null, refused: code };
  }
  const { number, subject } = found.value.row;
  return {
    ...shown,
    about: { number, subject, asksRecommendation: asksRecommendation(number) },
    refused: null,
  };
}

export async function action(args: Route.ActionArgs) {
  const { desk } = await openRating(args);
  const form = await readForm(RatingInput, args.request);
  if (!form.ok) return faulty(form.faults);
  const rated = await rateCase(desk, args.params.token, form.value);
  return rated.ok ? { rated: true } : refusal(rated.error);
}

export default function Rating({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <I18nextProvider i18n={createTexts(loaderData.locale)}>
      <RatingPage asked={loaderData} answer={actionData} />
    </I18nextProvider>
  );
}
