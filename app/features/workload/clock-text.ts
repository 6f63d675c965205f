/** `09:30` of minutes after midnight; the end of a day is `24:00`. */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The other way; NaN of what is no time. */
export function clockMinutes(text: string): number {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes);
}
