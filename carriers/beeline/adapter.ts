import type { Capabilities, Carrier, CarrierDefinition, Connection, Localised, Order } from '../port.ts';
import { submitChange } from './changes.ts';
import { openClient } from './client.ts';
import { openLineFinder } from './lines.ts';
import { previewChange } from './preview.ts';
import { readBalanceAlone, readLine, readOptions, readTariffs } from './reads.ts';
import { reconcileChange } from './reconcile.ts';
import { BeelineCredentials, BeelineSettings } from './settings.ts';
import { observeChange } from './status.ts';

export const beeline: CarrierDefinition<BeelineSettings, BeelineCredentials> = {
  id: 'beeline',
  title: { ru: 'Билайн', en: 'Beeline' },
  settings: BeelineSettings,
  credentials: BeelineCredentials,
  credentialFields: [
    { name: 'login', title: { ru: 'Логин', en: 'Login' } },
    { name: 'password', title: { ru: 'Пароль', en: 'Password' } },
  ],
  capabilities,
  connect,
  instructions,
};

function capabilities({ tariffChange }: BeelineSettings): Capabilities {
  const now = { by: 'carrier', effective: 'now', dryRun: false } as const;
  return {
    'option.connect': { ...now, dryRun: true },
    'option.disconnect': now,
    'tariff.change': { ...now, effective: tariffChange, dryRun: true },
    'line.block': now,
    'line.unblock': now,
    'sim.replace': now,
    'invoice.order': now,
    'details.order': now,
  };
}

function connect(connection: Connection<BeelineSettings, BeelineCredentials>): Carrier {
  const client = openClient(connection);
  const findLine = openLineFinder(client);
  return {
    getLine: (msisdn) => readLine(client, findLine, msisdn),
    getBalance: (msisdn) => readBalanceAlone(client, msisdn),
    listOptions: (msisdn) => readOptions(client, msisdn),
    listTariffs: (msisdn) => readTariffs(client, msisdn),
    preview: (order) => previewChange(client, findLine, order),
    submit: (order) => submitChange(client, findLine, order),
    observe: (order, ref) => observeChange(client, order, ref),
    reconcile: (order, sent) => reconcileChange(client, findLine, order, sent),
  };
}

function instructions({ change }: Order): Localised {
  const step = cabinetStep(change);
  return {
    ru: `Войдите в кабинет my.beeline.ru под логином договора, откройте номер и выполните: ${step.ru}. Дождитесь состояния «Выполнена» в разделе «История заявок».`,
    en: `Sign in at my.beeline.ru with the login of the contract, open the number and do this: ${step.en}. Wait until the history of requests shows it as completed.`,
  };
}

function cabinetStep(change: Order['change']): Localised {
  switch (change.kind) {
    case 'option.connect':
      return { ru: `подключите услугу ${change.optionCode}`, en: `connect service ${change.optionCode}` };
    case 'option.disconnect':
      return { ru: `отключите услугу ${change.optionCode}`, en: `disconnect service ${change.optionCode}` };
    case 'tariff.change':
      return { ru: `смените тариф на ${change.tariffCode}`, en: `change the tariff to ${change.tariffCode}` };
    case 'line.block':
      return change.reason === 'theft'
        ? { ru: 'заблокируйте номер по краже', en: 'block the number as stolen' }
        : { ru: 'заблокируйте номер по желанию клиента', en: "block the number at the client's wish" };
    case 'line.unblock':
      return { ru: 'снимите добровольную блокировку', en: 'lift the voluntary block' };
    case 'sim.replace':
      return { ru: `замените SIM-карту на ${change.iccid}`, en: `replace the SIM by ${change.iccid}` };
    case 'invoice.order':
      return {
        ru: `закажите счёт за ${change.from} — ${change.to} на указанную почту`,
        en: `order the invoice for ${change.from} to ${change.to} to the given address`,
      };
    case 'details.order':
      return {
        ru: `закажите детализацию за ${change.from} — ${change.to} на указанную почту`,
        en: `order the call details for ${change.from} to ${change.to} to the given address`,
      };
  }
}
