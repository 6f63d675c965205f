import { type TalkView, talkViews } from './save-desk.ts';

/** What an address of the save desk asks for; what cannot be read: the open talks. */
export function readTalkQuery(query: URLSearchParams): { view: TalkView; talkId: string | null } {
  const view = talkViews.find((one) => one === query.get('view')) ?? 'open';
  return { view, talkId: query.get('talk') };
}
