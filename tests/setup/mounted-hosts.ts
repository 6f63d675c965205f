/** Origins beyond this machine that a test has put a simulator in place of. */
export const mountedHosts = new Set<string>();
