/** What a physical key stands for: the digits, in the order of the choices. */
export function ofDigit<T>(choices: readonly T[], code: string): T | undefined {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined ? undefined : choices[Number(digit) - 1];
}
