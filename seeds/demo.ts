import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readPlace } from '#app/platform/env.ts';
import { runOnce } from './demo-once.ts';
import { type Demo, startDemo } from './demo-process.ts';
import { enlivenDesk } from './enliven-desk.ts';
import { demoCode, demoPeople, listColleagueIds } from './people.ts';
import { findShownNumber } from './seed-cabinet.ts';

/** `npm run demo`: the whole of Pult with simulated carriers. `-- --once --json`: one day, compared. */
const { values } = parseArgs({
  options: { once: { type: 'boolean' }, json: { type: 'boolean' }, port: { type: 'string' } },
});
const say = (text: string) => process.stderr.write(`${text}\n`);

function drawProgress(text: string, part: number): void {
  if (!process.stderr.isTTY) {
    if (part >= 1) say(text);
    return;
  }
  const width = 30;
  const full = Math.round(part * width);
  process.stderr.write(
    `\r${text.padEnd(12)} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.round(part * 100)} %`,
  );
  if (part >= 1) process.stderr.write('\n');
}

async function serveDemo(): Promise<void> {
  const place = readPlace('data/demo');
  const port = Number(values.port ?? place.PORT);
  const demo = await startDemo({
    dataDir: place.PULT_DATA_DIR,
    port,
    simulatorsFrom: port + 1,
    knobs: { latencyMs: 150, workMs: 4000 },
    accounts: { deadlineMs: 10_000 },
    clock: { now: () => new Date(), sleep: (ms) => setTimeout(ms) },
    logLevel: 'warn',
    report: drawProgress,
  });
  const stops = await enlivenDemo(demo);
  say(
    `\nПульт работает: http://localhost:${port}\nPlain HTTP on this machine only: the session cookie is not Secure here.\n`,
  );
  for (const { email, password, places } of demoPeople) {
    const held = places.map(({ role, slug }) => `${role}${slug ? ` (${slug})` : ''}`).join(', ');
    say(`  ${email.padEnd(20)} ${password.padEnd(24)} ${held}`);
  }
  say(`\nThe manager and the administrator are asked for a code too. Now it is ${demoCode(new Date())}.`);
  await showCabinets(demo, port);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      for (const stop of stops) stop();
      void demo.stop().then(() => process.exit(0));
    });
  }
}

/** Whose cabinet to look at, and the codes that go to telephones: here nobody has one. */
async function showCabinets({ running, channels }: Demo, port: number): Promise<void> {
  const { databases } = running.services;
  for (const { plan, messenger } of channels) {
    const number = await findShownNumber(await databases.openTenant(messenger.tenantId));
    if (number)
      say(`A subscriber's cabinet: http://localhost:${port}/my/${plan.slug} ${number}. Codes come here.`);
    messenger.listen(({ channel, to, text }) => {
      if (channel === 'sms' && /^\d{6} /.test(text)) say(`  SMS to ${to}: ${text}`);
    });
  }
}

/** Between two things that happen at the first client; the second is smaller. */
const paceMs = 40_000;

function enlivenDemo({ running, channels }: Demo): Promise<(() => void)[]> {
  const { services, port } = running;
  return Promise.all(
    channels.map(async (channel, index) =>
      enlivenDesk({
        services,
        channel,
        origin: `http://127.0.0.1:${port}`,
        colleagues: await listColleagueIds(services.databases.control, channel.plan.slug),
        paceMs: paceMs * (1 + index * 2),
        onError: (error) => say(`The life of ${channel.plan.name}: ${error}`),
      }),
    ),
  );
}

async function playOnce(): Promise<void> {
  const report = await runOnce(say);
  const text = values.json ? JSON.stringify(report) : JSON.stringify(report, null, 2);
  process.stdout.write(`${text}\n`);
  process.exitCode = report.ok ? 0 : 1;
}

try {
  await (values.once ? playOnce() : serveDemo());
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
