import { countPastMonths } from '#app/features/debt-board/count-past-months.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/debt-months.ts';

/** Counts the months before the first night. */
export async function action({ context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  const counted = await countPastMonths(requestDeskOf(context), timeZone);
  return counted.ok ? { done: true } : refusal(counted.error);
}
