/** Where to go after signing in: a page of our own, else home. Never another site, whatever its spelling. */
export function ownPath(to: string | null): string {
  const isOwn = to !== null && /^\/(?![/\\]|%5c|%2f)[^\\\s\p{Cc}]*$/iu.test(to);
  if (!isOwn || /^\/(sign-in|sign-out|invitations)\b/.test(to)) return '/';
  // What a page asked for in the background is named after the page.
  return to.replace(/(\/_root|\/_)?\.data(?=$|[?#])/, '') || '/';
}
