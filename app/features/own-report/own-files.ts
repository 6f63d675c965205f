/** The files there are of a report of one's own. */
export const ownFiles = ['report.csv', 'report.xlsx', 'report.pdf'] as const;
export type OwnFile = (typeof ownFiles)[number];

export function isOwnFile(text: string): text is OwnFile {
  return ownFiles.some((file) => file === text);
}
