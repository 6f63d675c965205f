/** Words that stand in mails and cases themselves, in the language of the mail. */
export type MailLanguage = 'ru' | 'en';

/** Russian unless there is text and no Cyrillic letter in it. */
export function languageOf(text: string): MailLanguage {
  return /[а-яё]/i.test(text) || !/[a-z]/i.test(text) ? 'ru' : 'en';
}

const megabytes = (bytes: number) => Math.max(1, Math.round(bytes / 1024 / 1024));

export const mailWords = {
  ru: {
    noSubject: 'Без темы',
    unreadable: 'Письмо, которое не удалось прочитать',
    unreadableBody: (why: string) =>
      `Письмо пришло, но разобрать его не удалось (${why}). Оно приложено целиком, как пришло: откройте его в почтовой программе.`,
    tooLargeBody: (bytes: number) =>
      `Письмо на ${megabytes(bytes)} МБ не принято целиком: больше 30 МБ. Отправителю предложено прислать его без тяжёлых вложений. Заголовки письма приложены.`,
    refusal: (bytes: number) =>
      `Здравствуйте!\n\nВаше письмо дошло, но оно занимает ${megabytes(bytes)} МБ, а мы принимаем до 30 МБ. Содержимое до нас не дошло.\n\nПожалуйста, пришлите письмо ещё раз без тяжёлых вложений или разделите их на несколько писем.\n\nЭто автоматическое сообщение, отвечать на него не нужно.`,
    refusalSubject: 'Письмо слишком большое',
    wrote: (when: string) => `${when} вы писали:`,
    weWrote: (when: string) => `${when} мы отвечали:`,
    rate: 'Помогли ли мы вам? Оцените, это одно нажатие:',
  },
  en: {
    noSubject: 'No subject',
    unreadable: 'A mail that could not be read',
    unreadableBody: (why: string) =>
      `A mail came and could not be taken apart (${why}). It is attached whole, as it came: open it in a mail program.`,
    tooLargeBody: (bytes: number) =>
      `A mail of ${megabytes(bytes)} MB was not taken whole: it is above 30 MB. Its sender was asked to send it without heavy attachments. Its head is attached.`,
    refusal: (bytes: number) =>
      `Hello,\n\nyour mail reached us, but it takes ${megabytes(bytes)} MB and we accept up to 30 MB. Its contents did not arrive.\n\nPlease send it again without heavy attachments, or divide them among several mails.\n\nThis is an automatic message, there is no need to answer it.`,
    refusalSubject: 'The mail is too large',
    wrote: (when: string) => `${when} you wrote:`,
    weWrote: (when: string) => `${when} we answered:`,
    rate: 'Did we help you? Rate it, it takes one tap:',
  },
} as const;
