import { expect, test } from 'vitest';
import { describeRequests } from './setup/describe-requests.ts';

test('the page about requests is what the table of moves says', async () => {
  await expect(describeRequests()).toMatchFileSnapshot('../docs/requests.md');
});
