/** Stands for the code in every text that is kept. */
export const hiddenCode = '••••••';

/** What is sent to the number. `hiddenCode` gives way to the code only where it is handed to the gateway. */
export function codeWords(name: string, locale: 'ru' | 'en'): string {
  return locale === 'en'
    ? `${hiddenCode} is the code for your account at ${name}. Tell it to nobody, not even to us. Valid for 5 minutes.`
    : `${hiddenCode} — код для входа в кабинет «${name}». Не сообщайте его никому, даже нам. Действует 5 минут.`;
}
