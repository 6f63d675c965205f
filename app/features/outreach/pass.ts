declare const passed: unique symbol;

/**
 * That the gate let this one contact through. Whoever speaks to a mail server or a gateway asks for it, and only
 * ask-gate.ts makes one.
 */
export type Pass = {
  /** Empty where nobody is known whose contacts could be counted. */
  readonly attemptId: string | null;
  readonly [passed]: true;
};
