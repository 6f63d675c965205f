import { type Form, parseForm } from '#app/platform/form.ts';
import { CarrierAccountInput } from './carrier-account.ts';
import { parseSendWindows } from './send-windows-text.ts';

const credentialPrefix = 'credential.';

/** Reads the sent form of a carrier account: settings as JSON, limits as lines, the deadline in seconds. */
export function readAccountForm(fields: FormData): Form<CarrierAccountInput> {
  const text = (name: string) => String(fields.get(name) ?? '');
  const settings = readJson(text('settings'));
  if (settings === undefined) return { ok: false, faults: { settings: 'json' } };
  const windows = parseSendWindows(text('windows'));
  if (!windows) return { ok: false, faults: { windows: 'windows' } };
  const credentials = [...fields].filter(([name]) => name.startsWith(credentialPrefix));
  return parseForm(CarrierAccountInput, {
    title: text('title'),
    settings,
    windows,
    credentials: Object.fromEntries(
      credentials.map(([name, value]) => [name.slice(credentialPrefix.length), value]),
    ),
    concurrency: Number(text('concurrency')),
    deadlineMs: Number(text('deadline')) * 1000,
    disabledKinds: fields.getAll('disabledKinds'),
    asksBalances: fields.has('asksBalances'),
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.trim() || '{}');
  } catch {
    return undefined;
  }
}
