import enCommon from './en/common.ts';
import enDesk from './en/desk.ts';
import enRequest from './en/request.ts';
import ruCommon from './ru/common.ts';
import ruDesk from './ru/desk.ts';
import ruRequest from './ru/request.ts';

/** Every text of the interface: a file a namespace and language. Both languages have the same keys. */
export const resources = {
  ru: { common: ruCommon, desk: ruDesk, request: ruRequest },
  en: { common: enCommon, desk: enDesk, request: enRequest },
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: (typeof resources)['ru'];
  }
}
