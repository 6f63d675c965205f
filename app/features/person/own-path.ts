/** Where to go after signing in: a path of our own, else home. Never another site, whatever its spelling. */
export function ownPath(to: string | null): string {
  const isOwn = to !== null && /^\/(?![/\\]|%5c|%2f)[^\\\s\p{Cc}]*$/iu.test(to);
  return isOwn && !/^\/(sign-in|sign-out|invitations)\b/.test(to) ? to : '/';
}
