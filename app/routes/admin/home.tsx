import { redirect } from 'react-router';

export function loader() {
  return redirect('/admin/health');
}

/** Never shown. Without a page here, whoever may not see this address would read a bare `null`. */
export default function AdminHome() {
  return null;
}
