import { createContext } from 'react-router';

/** The network address a request came from, for lockouts and the list of sessions. */
export const clientAddressContext = createContext<string>('unknown');
