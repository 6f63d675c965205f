import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Evidence, type Failure, type OwnFailureCode, ownFailureCodes } from '#carriers/port.ts';

/** What a carrier said and showed, in the reader's language; its own words stay as it said them. */
export function useCarrierWords() {
  return carrierWords(useTranslation('carrier').t);
}

export function carrierWords(t: TFunction<'carrier'>) {
  const failureText = ({ class: meant, code, text }: Failure): string => {
    if (isOwn(code)) return t(`own.${code}`);
    const hasWords = text !== '' && !isBareStatus(code);
    return hasWords ? t('says', { text, code }) : t('answered', { meaning: t(`class.${meant}`), code });
  };
  const reasonText = (code: string) => (isOwn(code) ? t(`own.${code}`) : t('code', { code }));
  const evidenceText = ({ code, detail = '' }: Evidence): string =>
    t(`evidence.${code}`, { detail: code === 'could-not-ask' ? reasonText(detail) : detail });
  return { failureText, evidenceText };
}

function isOwn(code: string): code is OwnFailureCode {
  return (ownFailureCodes as readonly string[]).includes(code);
}

/** An answer that was no answer: what an adapter noted of it is for our logs. */
function isBareStatus(code: string): boolean {
  return /^(http_)?\d{3}$/.test(code);
}
