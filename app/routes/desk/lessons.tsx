import { LessonsPage } from '#app/features/complaint/lessons-page.tsx';
import { readLessons } from '#app/features/complaint/read-lessons.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/lessons.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, actor, tenant } = context.get(workplaceContext);
  demand(actor, 'lesson:read');
  const { databases, now } = context.get(servicesContext);
  const asked = new URL(request.url).searchParams.get('month') ?? '';
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : now().toISOString().slice(0, 7);
  const reader = { db, control: databases.control, timeZone: tenant.timeZone };
  return { digest: await readLessons(reader, month) };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.case.lessons.title);

export default function Lessons({ loaderData }: Route.ComponentProps) {
  return <LessonsPage digest={loaderData.digest} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
