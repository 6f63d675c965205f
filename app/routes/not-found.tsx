import { data } from 'react-router';

/** Any other address. A component makes it a page, so that the root's error page is shown. */
export function loader(): never {
  throw data(null, { status: 404 });
}
export const action = loader;

export default function NotFound() {
  return null;
}
