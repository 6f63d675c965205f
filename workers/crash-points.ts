/** Named places where a fault test may kill the process. Off unless armed at start. */
export type CrashPoint =
  | 'after-claim'
  | 'after-submit'
  | 'after-answer'
  | 'after-contact-claim'
  | 'after-contact'
  | 'after-admission'
  | 'before-enqueue'
  | 'before-finish';

let armed: string | undefined;

export function armCrashPoint(name: string | undefined): void {
  armed = name;
}

/** Dies here, as by a power cut, when this point is armed. */
export function crashPoint(name: CrashPoint): void {
  if (armed === name) process.kill(process.pid, 'SIGKILL');
}
