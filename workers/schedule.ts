import { forgetExpired } from '#app/features/person/forget-expired.ts';
import type { WorkServices } from './queue-definition.ts';

type Recurring = { name: string; everyMs: number; perform(services: WorkServices): Promise<void> };

/** The only table of recurring work. Each must bear being done twice, or late. */
export const schedule: Recurring[] = [
  { name: 'forget-expired', everyMs: 60 * 60_000, perform: forgetExpired },
];

/** Does everything once now and then in its time. Returns how to stop. */
export function startSchedule(
  services: WorkServices,
  onError: (error: unknown, name: string) => void,
): () => void {
  const timers = schedule.map(({ name, everyMs, perform }) => {
    const run = () => void perform(services).catch((error) => onError(error, name));
    run();
    return setInterval(run, everyMs).unref();
  });
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
