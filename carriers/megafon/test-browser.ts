import { Msisdn } from '../port.ts';
import type { SimulatedLine, SimulatorOptions } from '../simulation.ts';
import { simulator } from './simulator.ts';

export const numbers = ['+79260000101', '+79260000102', '+79260000103'].map((each) => Msisdn.parse(each));
export const first = Msisdn.parse('+79260000101');
export const start = Date.parse('2026-11-22T09:00:00Z');

export function lineOf(msisdn: Msisdn, rest: Partial<SimulatedLine> = {}): SimulatedLine {
  return {
    msisdn,
    lineId: msisdn.slice(-3),
    accountNumber: '277300000101',
    tariffCode: '2101',
    optionCodes: ['1201'],
    blocked: null,
    balanceKopecks: 15_050,
    iccid: '89701020000000101',
    imsi: '250020000000101',
    ...rest,
  };
}

export function open(options: Partial<SimulatorOptions> = {}) {
  const clock = { now: start };
  const lines = numbers.map((msisdn) => lineOf(msisdn));
  const running = simulator.create({ seed: 7, lines, now: () => clock.now, ...options });
  const cookies = new Map<string, string>();

  async function ask(path: string, form?: Record<string, string>, init: RequestInit = {}): Promise<Response> {
    const headers = {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-csrf-token': cookies.get('XSRF_TOKEN') ?? '',
    };
    const body = form && new URLSearchParams(form);
    const response = await running.fetch(
      new Request(`http://megafon.test${path}`, {
        method: form ? 'POST' : 'GET',
        headers,
        body: body ?? null,
        ...init,
      }),
    );
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  }

  async function signIn(): Promise<void> {
    const { credentials } = simulator.account('http://megafon.test');
    await ask('/ws/v1.0/auth/process', { ...credentials, captchaTime: '1' });
    for (let look = 0; look < 3; look++) await ask('/ws/v1.0/user/cache/status');
  }

  return { running, clock, cookies, ask, signIn };
}

export const lock = (subsId: string, rest: Record<string, string> = {}) => ({
  operationType: '1',
  dateFrom: '22.11.2026 00:00:00',
  dateTo: '22.11.2027 00:00:00',
  subsId,
  processingMode: '1',
  p_basket: '-1',
  cpohId: '0',
  notifySubsBySms: '0',
  ...rest,
});
export const plan = (subsId: string, rtplId: string, dateFrom = '22.11.2026') => ({
  rtplId,
  dateFrom,
  packList: '',
  p_excludeSubs: '',
  subsId,
});
export const listed = '/ws/v1.0/subscriber/mobile/list?from=0&size=40';
