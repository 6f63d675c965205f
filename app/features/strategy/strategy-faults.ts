import { isStepVariable, variablesOf } from '#app/features/ladder/step-text.ts';
import type { StepAction, StrategyRules, StrategyStep } from '#app/features/ladder/strategy.ts';
import type { ContactLimits } from '#app/features/outreach/contact-limits.ts';

/** `error`: it cannot be put in force so. `warning`: it can, but the gate or counsel may object. */
export type StrategyFault = {
  code:
    | 'days-out-of-order'
    | 'same-day-channel'
    | 'stop-before-due'
    | 'stop-unannounced'
    | 'ending-without-suspension'
    | 'text-missing'
    | 'unknown-variable'
    | 'creditor-missing'
    | 'phone-missing'
    | 'calls-above-cap'
    | 'messages-above-cap'
    | 'ending-early';
  level: 'error' | 'warning';
  /** Of which step, counted from nought. */
  step: number;
  /** The variable that is not known, or the cap. */
  word?: string;
};
type Caps = Pick<ContactLimits, 'calls' | 'messages'>;
export type ContactAction = Exclude<StepAction, 'restriction' | 'suspension' | 'ending'>;
type Placed = StrategyStep & { index: number };

const calls: readonly StepAction[] = ['call', 'robot'];
const messages: readonly StepAction[] = ['email', 'sms', 'messenger'];
const written: readonly StepAction[] = ['cabinet', 'letter', ...messages];
const spoken: readonly StepAction[] = ['robot'];
const stops: readonly StepAction[] = ['restriction', 'suspension', 'ending'];
/** 126-FZ, art. 44 part 3: a contract may end when the breach lasts six months after the written notice. */
const noticeDays = 183;

export const isStop = ({ action }: Pick<StrategyStep, 'action'>) => stops.includes(action);
export const isContact = <S extends Pick<StrategyStep, 'action'>>(
  step: S,
): step is S & { action: ContactAction } => !isStop(step);
/** After the due date a contact is about overdue debt and goes by 230-FZ; until then it is service. */
export const isCollection = (step: Pick<StrategyStep, 'action' | 'day'>) => isContact(step) && step.day > 0;

/** Everything that is wrong with a strategy, beside the step it is wrong with. */
export function findStrategyFaults({ steps }: Pick<StrategyRules, 'steps'>, caps: Caps): StrategyFault[] {
  const placed = steps.map((step, index) => ({ ...step, index }));
  return [
    ...placed.flatMap((step) => faultsOfOrder(step, placed.slice(0, step.index))),
    ...placed.flatMap((step) => faultsOfStop(step, placed.slice(0, step.index))),
    ...placed.flatMap(faultsOfText),
    ...faultsOfCaps(placed, calls, 'calls-above-cap', caps.calls),
    ...faultsOfCaps(placed, messages, 'messages-above-cap', caps.messages),
  ].sort((a, b) => a.step - b.step);
}

function faultsOfOrder(step: Placed, before: readonly Placed[]): StrategyFault[] {
  const last = before.at(-1);
  const twin = before.some(({ day, action }) => day === step.day && action === step.action);
  return [
    ...(last && last.day > step.day ? [error('days-out-of-order', step)] : []),
    ...(twin ? [error('same-day-channel', step)] : []),
  ];
}

function faultsOfStop(step: Placed, before: readonly Placed[]): StrategyFault[] {
  if (!isStop(step)) return [];
  const stopped = before.filter(({ action }) => action === 'suspension' || action === 'restriction');
  const first = stopped[0];
  const isEnding = step.action === 'ending';
  const isEarly = isEnding && first !== undefined && step.day - first.day < noticeDays;
  return [
    ...(step.day <= 0 ? [error('stop-before-due', step)] : []),
    ...(before.some(isContact) ? [] : [error('stop-unannounced', step)]),
    ...(isEnding && !first ? [error('ending-without-suspension', step)] : []),
    ...(isEarly ? [{ ...error('ending-early', step), level: 'warning' as const }] : []),
  ];
}

function faultsOfText(step: Placed): StrategyFault[] {
  const isWritten = written.includes(step.action);
  if (step.text === '') return isWritten || spoken.includes(step.action) ? [error('text-missing', step)] : [];
  const used = variablesOf(step.text);
  const isNamed = !isCollection(step) || !isWritten;
  return [
    ...used
      .filter((name) => !isStepVariable(name))
      .map((word) => ({ ...error('unknown-variable', step), word })),
    ...(isNamed || used.includes('creditor') ? [] : [error('creditor-missing', step)]),
    ...(isNamed || used.includes('phone') ? [] : [error('phone-missing', step)]),
  ];
}

/** Collection contacts above the cap of any seven or thirty days running: the gate would refuse them. */
function faultsOfCaps(
  placed: readonly Placed[],
  counted: readonly StepAction[],
  code: 'calls-above-cap' | 'messages-above-cap',
  caps: { day: number; week: number; month: number },
): StrategyFault[] {
  const contacts = placed.filter((step) => isCollection(step) && counted.includes(step.action));
  const spans = [
    { days: 1, cap: caps.day },
    { days: 7, cap: caps.week },
    { days: 30, cap: caps.month },
  ];
  return contacts.flatMap((step, nth) => {
    const until = contacts.slice(0, nth + 1);
    const broken = spans.find(
      ({ days, cap }) => until.filter(({ day }) => day > step.day - days && day <= step.day).length > cap,
    );
    const word = String(broken?.cap);
    return broken ? [{ ...error(code, step), level: 'warning' as const, word }] : [];
  });
}

function error(code: StrategyFault['code'], { index }: Placed): StrategyFault {
  return { code, level: 'error', step: index };
}
