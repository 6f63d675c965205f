import { expect, test } from 'vitest';
import { sentWindow } from './sent-window.ts';

const at = (second: number) => new Date(second * 1000);
const claimed = { sentAt: at(100), changedAt: at(130), unconfirmedSince: null };

test.each([
  [
    'the carrier is searched from the claim, however late the loss was noticed',
    { ...claimed, unconfirmedSince: at(190) },
    [100, 190],
  ],
  [
    'a sender that died may have sent to the end of its lease',
    { ...claimed, unconfirmedSince: at(101) },
    [100, 110],
  ],
  [
    'a copy may have been sent until it was restored',
    { ...claimed, sentAt: null, unconfirmedSince: at(900) },
    [130, 900],
  ],
])('%s', (_name, request, [after = 0, before = 0]) => {
  expect(sentWindow(request, 10_000)).toEqual({ after: at(after), before: at(before) });
});
