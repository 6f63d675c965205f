import type { OutreachPurpose } from './outreach.ts';

/** What a subscriber may agree to by himself. A robot's call needs a consent of its own. */
export const consentOffers = {
  news: { purpose: 'advertising', isRobot: false },
  'news-robot': { purpose: 'advertising', isRobot: true },
  'service-robot': { purpose: 'service', isRobot: true },
  survey: { purpose: 'survey', isRobot: false },
} as const satisfies Record<string, { purpose: OutreachPurpose; isRobot: boolean }>;
export type ConsentOffer = keyof typeof consentOffers;
export const consentOfferNames = Object.keys(consentOffers) as ConsentOffer[];

/** The words he agrees to. They are kept as a version of their own whenever one of them changes. */
export function consentWords(offer: ConsentOffer, company: string, locale: 'ru' | 'en'): string {
  return words[locale][offer](company);
}

const words = {
  ru: {
    news: (company: string) =>
      `Я согласен получать от компании «${company}» рекламу её услуг и акций по телефону, в SMS, мессенджерах и по почте. Согласие можно отозвать в любой момент, это не отразится на связи.`,
    'news-robot': (company: string) =>
      `Я согласен, чтобы компания «${company}» рассказывала мне о своих услугах и акциях автоматическими звонками. Согласие можно отозвать в любой момент.`,
    'service-robot': (company: string) =>
      `Я согласен, чтобы компания «${company}» сообщала мне о моих номерах, заявках и авариях автоматическими звонками. Согласие можно отозвать в любой момент.`,
    survey: (company: string) =>
      `Я согласен, чтобы компания «${company}» спрашивала меня, доволен ли я её работой. Согласие можно отозвать в любой момент.`,
  },
  en: {
    news: (company: string) =>
      `I agree that ${company} tells me of its services and offers by telephone, text message, messenger and mail. I can take this back at any time; it changes nothing about my service.`,
    'news-robot': (company: string) =>
      `I agree that ${company} tells me of its services and offers by automatic calls. I can take this back at any time.`,
    'service-robot': (company: string) =>
      `I agree that ${company} tells me of my numbers, requests and outages by automatic calls. I can take this back at any time.`,
    survey: (company: string) =>
      `I agree that ${company} asks me whether I am content with its work. I can take this back at any time.`,
  },
} as const satisfies Record<'ru' | 'en', Record<ConsentOffer, (company: string) => string>>;
