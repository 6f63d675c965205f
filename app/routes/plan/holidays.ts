import { data } from 'react-router';
import { holidayCountries } from '#app/features/sla/holiday-countries.ts';
import { publicHolidays } from '#app/features/sla/public-holidays.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import type { Route } from './+types/holidays.ts';

/** A country's public holidays of one year, to be put into a calendar. */
export async function loader({ request, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'sla:write');
  const { searchParams } = new URL(request.url);
  const country = holidayCountries.find((known) => known === searchParams.get('country'));
  const year = Number(searchParams.get('year'));
  if (!country || !(year >= 2000 && year <= 2100)) throw data(null, { status: 404 });
  return { days: await publicHolidays(country, Math.trunc(year)) };
}

/** Asked for when somebody wants them. */
export const shouldRevalidate = () => false;
