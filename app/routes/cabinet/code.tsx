import { redirect } from 'react-router';
import { CodeInput } from '#app/features/cabinet/cabinet.ts';
import { CodePage } from '#app/features/cabinet/code-page.tsx';
import { enterCode } from '#app/features/cabinet/enter-code.ts';
import { cabinetDoorContext, codeCookie, sessionCookie } from '#app/platform/cabinet-guards.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { hostCookie, readHostCookie } from '#app/platform/host-cookie.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { logContext } from '#app/platform/log.ts';
import { visitOf } from '#app/platform/visit.ts';
import type { Route } from './+types/code.ts';

/** The token of the code that this browser asked for; without one there is nothing to enter. */
function askedHere({ request, context }: Route.LoaderArgs | Route.ActionArgs) {
  const { tenant } = context.get(cabinetDoorContext);
  const token = readHostCookie(context.get(servicesContext).env, codeCookie(tenant.slug), request);
  if (!token) throw redirect(`/my/${tenant.slug}/sign-in`);
  return token;
}

export function loader(args: Route.LoaderArgs) {
  const { tenant, open } = args.context.get(cabinetDoorContext);
  if (open) throw redirect(`/my/${tenant.slug}`);
  askedHere(args);
  return null;
}

export async function action(args: Route.ActionArgs) {
  const { tenant, db } = args.context.get(cabinetDoorContext);
  const { env, secretKey, now } = args.context.get(servicesContext);
  const token = askedHere(args);
  const form = await readForm(CodeInput, args.request);
  if (!form.ok) return faulty(form.faults);
  const visit = visitOf(args.request, args.context);
  const entered = await enterCode({ db, secretKey, ...visit, now: now() }, token, form.value.code);
  if (!entered.ok) {
    args.context
      .get(logContext)
      .warn({ address: visit.address, why: entered.error.code }, 'A code was refused.');
    return refusal(entered.error);
  }
  const headers = new Headers({ 'Set-Cookie': hostCookie(env, codeCookie(tenant.slug), '') });
  headers.append('Set-Cookie', hostCookie(env, sessionCookie(tenant.slug), entered.value.token));
  return redirect(`/my/${tenant.slug}`, { headers });
}

export default function Code({ actionData }: Route.ComponentProps) {
  return <CodePage answer={actionData} />;
}
