import { z } from 'zod';
import { PracticePage } from '#app/features/admission/practice-page.tsx';
import { readExercise } from '#app/features/admission/read-exercise.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/admission-practice.ts';

const ExerciseNumber = z.coerce.number().int().min(0).max(100_000).catch(0);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { tenant, actor } = context.get(workplaceContext);
  demand(actor, 'admission:take');
  const n = ExerciseNumber.parse(new URL(request.url).searchParams.get('n') ?? 0);
  const desk = { ...knowledgeDeskOf(context), timeZone: tenant.timeZone };
  return { n, exercise: await readExercise(desk, n) };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.admission.areas.practice);

export default function AdmissionPractice({ loaderData }: Route.ComponentProps) {
  return <PracticePage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
