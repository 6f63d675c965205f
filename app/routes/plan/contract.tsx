import { redirect } from 'react-router';
import { ContractInput, changeContract } from '#app/features/sla/change-contract.ts';
import { ContractPage } from '#app/features/sla/contract-page.tsx';
import { readContract } from '#app/features/sla/read-contract.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/contract.ts';

export function loader({ context }: Route.LoaderArgs) {
  const { db, actor, tenant } = context.get(workplaceContext);
  demand(actor, 'sla:read');
  return readContract({ db, actor, now: context.get(servicesContext).now() }, tenant.timeZone);
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = ContractInput.safeParse(await readJson(request));
  if (!form.success) return faulty(faultsOf(form.error.issues));
  const { timeZone } = context.get(workplaceContext).tenant;
  const changed = await changeContract(requestDeskOf(context), timeZone, form.data);
  return changed.ok ? redirect(`/t/${params.tenant}/plan/sla`) : refusal(changed.error);
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.sla.contract.title);

export default function Contract({ loaderData }: Route.ComponentProps) {
  return <ContractPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
