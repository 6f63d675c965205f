import { redirect } from 'react-router';
import type { Route } from './+types/home.ts';

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/t/${params.tenant}/desk/requests`);
}

/** Never shown. Without a page here, whoever may not see this address would read a bare `null`. */
export default function DeskHome() {
  return null;
}
