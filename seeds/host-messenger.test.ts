import { expect, test } from 'vitest';
import { hostMessenger, tellSigned } from './host-messenger.ts';

test('the gateway takes replies that are signed with its key, and no others', async () => {
  const gateway = await hostMessenger('t1', 0);
  const heard: string[] = [];
  gateway.listen(({ text }) => void heard.push(text));
  const reply = { channel: 'chat', messageId: 'm1', to: 'anna', text: 'Чиним' };
  const at = new Date('2026-03-02T09:00:00Z');
  const send = (secret: string) => tellSigned({ address: gateway.url, secret }, reply, at);
  await expect(send('key')).rejects.toThrow('401');
  gateway.connect({ address: gateway.url, secret: 'key' });
  await expect(send('other')).rejects.toThrow('401');
  await send('key');
  expect([gateway.taken, heard]).toEqual([[reply], ['Чиним']]);
  await gateway.close();
});
