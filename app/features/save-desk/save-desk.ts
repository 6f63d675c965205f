/** What a subscriber who is about to leave asks for. */
export const leavingWishes = ['port-out', 'disconnect'] as const;
export type LeavingWish = (typeof leavingWishes)[number];

/**
 * `stayed` counts only when the line is still with us after the follow-up: then it is `saved`, else `left-later`.
 * `mistaken`: he never wanted to leave, it counts nowhere.
 */
export const saveStates = ['open', 'stayed', 'leaves', 'saved', 'left-later', 'mistaken'] as const;
export type SaveState = (typeof saveStates)[number];

/** So long is watched over who stayed before he counts as saved. */
export const followDays = 90;

/** Those under way, those watched over after they stayed, and those that ended. */
export const talkViews = ['open', 'followed', 'ended'] as const;
export type TalkView = (typeof talkViews)[number];
