const browsers = [
  [/YaBrowser\//, 'Yandex Browser'],
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

/** `Firefox, Windows`: enough to know one's own browsers by. What is unknown stays as it was sent, cut short. */
export function browserName(userAgent: string): string {
  const name = (list: typeof browsers | typeof systems) =>
    list.find(([pattern]) => pattern.test(userAgent))?.[1];
  const known = [name(browsers), name(systems)].filter((part) => part !== undefined);
  return known.join(', ') || userAgent.slice(0, 40);
}
