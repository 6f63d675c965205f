import enCommon from './en/common.ts';
import ruCommon from './ru/common.ts';

/** Every text of the interface: a file a namespace and language. Both languages have the same keys. */
export const resources = {
  ru: { common: ruCommon },
  en: { common: enCommon },
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: (typeof resources)['ru'];
  }
}
