import { type Form, faultsOf } from '#app/platform/form.ts';
import { MailboxInput } from './mail.ts';

/** Reads the sent form of a mailbox, whose two servers have fields `imap.host`, `smtp.port` and their like. */
export function readMailboxForm(fields: FormData): Form<MailboxInput> {
  const text = (name: string) => String(fields.get(name) ?? '');
  const server = (name: string) => ({
    host: text(`${name}.host`),
    port: text(`${name}.port`),
    secure: fields.has(`${name}.secure`),
  });
  const parsed = MailboxInput.safeParse({
    address: text('address'),
    senderName: text('senderName'),
    imap: server('imap'),
    smtp: server('smtp'),
    login: text('login'),
    password: text('password'),
    authservId: text('authservId'),
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  // By the whole path: both servers have a host.
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: [path.join('.')], message }));
  return { ok: false, faults: faultsOf(issues) };
}
