import { parseArgs } from 'node:util';
import { InvitationInput } from '#app/features/person/invitation.ts';
import { invitePerson } from '#app/features/person/invite-person.ts';
import { assertSchemaIsCurrent } from '#db/migrate.ts';
import { runCommand, say, UsageError } from './command-line.ts';

const usage = 'npm run invite -- --email NAME@EXAMPLE.COM   The link for an administrator of the centre.';

const operator = { userId: 'command-line', name: 'Command line', roles: ['admin' as const] };

await runCommand(
  'invitation of an administrator',
  (env) => `While it runs, administrators invite on their page: ${env.PULT_ORIGIN}/admin/people`,
  async (databases, env) => {
    const { values } = parseArgs({ options: { email: { type: 'string' } } });
    const input = InvitationInput.safeParse({ email: values.email ?? '', role: 'admin', tenantId: '' });
    if (!input.success) throw new UsageError(usage);
    await assertSchemaIsCurrent(databases.control, 'control', 'the centre');
    const services = { databases, env, now: () => new Date() };
    const invited = await invitePerson(services, operator, input.data);
    if (!invited.ok) throw new UsageError(`${input.data.email} is somebody here already.`);
    say(`${invited.value.link}\nIt works once, until ${invited.value.expiresAt.toISOString()}.`);
  },
);
