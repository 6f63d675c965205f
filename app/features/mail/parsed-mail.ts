/** A mail taken apart, as the thread hands it over. Texts are cut to what a case keeps. */
export type ParsedMail = {
  /** The one sender; `null` when there is none, or more than one. Lower case. */
  from: string | null;
  fromName: string;
  /** Every address it was sent to, as the head says. */
  recipients: string[];
  subject: string;
  text: string;
  /** The text was longer than a message may be. */
  isShortened: boolean;
  /** With its angle brackets; empty when it has none. */
  messageId: string;
  /** In-Reply-To and References together. */
  references: string;
  /** Lower-case names; the last of several wins. Only those that rules ask for. */
  headers: Record<string, string>;
  /** What checkers on the way wrote, the newest first. */
  authenticationResults: string[];
  sentAt: number | null;
  attachments: { name: string; bytes: Uint8Array; isTooLarge: boolean; sizeBytes: number }[];
  /** Attachments beyond those that a mail may bring. */
  attachmentsLeftOut: number;
};

/** Why a mail could not be taken apart. */
export type ParseFailure = 'too-slow' | 'too-big-in-memory' | 'broken';

/** What one mail may bring. */
export const mailLimits = {
  /** A mail above this is not fetched. */
  mailBytes: 30 * 1024 * 1024,
  attachmentBytes: 20 * 1024 * 1024,
  attachments: 30,
  textLength: 100_000,
  subjectLength: 200,
  /** Time and memory to take one mail apart. */
  parseMs: 20_000,
  memoryMb: 256,
} as const;
