import { useTranslation } from 'react-i18next';
import { data } from 'react-router';
import { Page } from '#app/components/page.tsx';
import { PersonAccess } from '#app/features/person/person-access.tsx';
import { PersonRoles } from '#app/features/person/person-roles.tsx';
import { personContext, servicesContext } from '#app/platform/context.ts';
import { listPeople } from '#db/control/queries/people.ts';
import { listTenants } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/person.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { control } = context.get(servicesContext).databases;
  const person = (await listPeople(control)).find(({ id }) => id === params.userId);
  if (!person) throw data(null, { status: 404 });
  const tenants = (await listTenants(control)).map(({ id, name }) => ({ id, name }));
  return { person, tenants, isSelf: person.id === context.get(personContext).userId };
}

export default function Person({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('admin');
  const { person, tenants, isSelf } = loaderData;
  const state = person.disabledAt ? ` · ${t('people.disabled')}` : isSelf ? ` · ${t('person.self')}` : '';
  return (
    <Page
      title={person.name}
      note={person.email + state}
      back={{ to: '/admin/people', label: t('people.title') }}
    >
      <PersonRoles person={person} tenants={tenants} />
      <PersonAccess person={person} isSelf={isSelf} />
    </Page>
  );
}
