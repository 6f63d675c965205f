import { expect, test } from 'vitest';
import { fetchRecording } from './fetch-recording.ts';

test.each([
  'https://127.0.0.1:1/call.wav',
  'https://2130706433:1/call.wav',
  'https://[::1]:1/call.wav',
  'https://[::ffff:10.0.0.5]/call.wav',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost:1/call.wav',
])('nothing near is asked: %s', async (address) => {
  await expect(fetchRecording(address, { mayBeNear: false })).rejects.toThrow('not of the public network');
});

test('nothing is asked in the clear', async () => {
  const asked = fetchRecording('http://93.184.216.34/call.wav', { mayBeNear: false });
  await expect(asked).rejects.toThrow('"https:"');
});
