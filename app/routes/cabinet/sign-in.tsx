import { data, redirect } from 'react-router';
import { askCode } from '#app/features/cabinet/ask-code.ts';
import { NumberInput } from '#app/features/cabinet/cabinet.ts';
import { NumberPage } from '#app/features/cabinet/number-page.tsx';
import { parsePhone } from '#app/features/subscriber/phone.ts';
import { cabinetDoorContext, codeCookie } from '#app/platform/cabinet-guards.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { hostCookie } from '#app/platform/host-cookie.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { visitOf } from '#app/platform/visit.ts';
import { getMessengerLink } from '#db/control/queries/channels.ts';
import type { Route } from './+types/sign-in.ts';

/** Where no gateway is connected no code can be sent, so there is no door. */
async function openDoor({ context }: Route.LoaderArgs | Route.ActionArgs) {
  const door = context.get(cabinetDoorContext);
  const services = context.get(servicesContext);
  if (!(await getMessengerLink(services.databases.control, door.tenant.id)))
    throw data(null, { status: 404 });
  return { door, services };
}

export async function loader(args: Route.LoaderArgs) {
  const { door } = await openDoor(args);
  if (door.open) throw redirect(`/my/${door.tenant.slug}`);
  return null;
}

/** Sends a code to the number, if it is one of ours: what is answered is the same. */
export async function action(args: Route.ActionArgs) {
  const { door, services } = await openDoor(args);
  const form = await readForm(NumberInput, args.request);
  const number = form.ok ? parsePhone(form.value.phone) : null;
  if (!form.ok || !number?.ok) return faulty(form.ok ? { phone: 'phone' } : form.faults);
  const { tenant, db, locale } = door;
  const { address } = visitOf(args.request, args.context);
  const { secretKey, env } = services;
  const asked = await askCode(
    { db, secretKey, name: tenant.name, address, locale, now: services.now() },
    number.value,
  );
  if (!asked.ok) return refusal(asked.error);
  const cookie = hostCookie(env, codeCookie(tenant.slug), asked.value.token);
  return redirect(`/my/${tenant.slug}/code?lang=${locale}`, { headers: { 'Set-Cookie': cookie } });
}

export default function SignIn({ actionData }: Route.ComponentProps) {
  return <NumberPage answer={actionData} />;
}
