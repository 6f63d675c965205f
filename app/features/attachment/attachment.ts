/** What one file may weigh. */
export const mostAttachmentBytes = 20 * 1024 * 1024;
export const mostUploads = 10;

/** A file as it came, before anything is believed of it. */
export type Incoming = { name: string; bytes: Uint8Array };

/**
 * Names the whole of a file's kind by what its content is. What runs is not taken at all; what a browser
 * would render (HTML, SVG, XML) is kept as bytes of no kind.
 */
export type AttachmentFault = 'too-large' | 'runs' | 'empty' | 'kind';

export type AttachmentRefusal =
  | { code: `file-${AttachmentFault}` }
  | { code: 'too-many-files' }
  /** The channel of the case carries text alone. */
  | { code: 'files-not-carried' }
  /** So much was brought within a day, by the person or into the case, that no more is kept. */
  | { code: 'too-many-today' };

const runs = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-shockwave-flash',
  'application/java-vm',
  'application/wasm',
  'application/x-ms-shortcut',
  'application/x-apple.diskimage',
  'application/x-deb',
  'application/x-rpm',
  'application/vnd.android.package-archive',
]);
const runsByName =
  /\.(exe|com|scr|pif|bat|cmd|ps1|psm1|vbs|vbe|jse?|wsf|wsh|hta|msi|msp|jar|lnk|reg|cpl|dll|sh|apk|app|dmg|iso|img|vhdx?|one|chm)$/i;

/** Kinds that a person attaches to tell what happened: the public form takes only these. */
const ordinary =
  /^(image\/(jpeg|png|gif|webp|heic|heif|avif|bmp|tiff)|application\/(pdf|rtf|vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet)|vnd\.oasis\.opendocument\.(text|spreadsheet)|x-cfb)|audio\/[\w.+-]+|video\/(mp4|quicktime|webm|3gpp)|text\/plain)$/;

/** What is kept of a file whose content is of the kind `sniffed`; `undefined`: nothing known. */
export function judgeFile(
  name: string,
  sizeBytes: number,
  sniffed: string | undefined,
): { ok: true; type: string } | { ok: false; reason: AttachmentFault } {
  if (sizeBytes === 0) return { ok: false, reason: 'empty' };
  if (sizeBytes > mostAttachmentBytes) return { ok: false, reason: 'too-large' };
  if (runsByName.test(safeName(name)) || (sniffed && runs.has(sniffed))) return { ok: false, reason: 'runs' };
  const isRendered = !sniffed || /html|xml|svg|javascript/i.test(sniffed);
  return { ok: true, type: isRendered ? 'application/octet-stream' : sniffed };
}

export type FileKind =
  | 'image'
  | 'audio'
  | 'video'
  | 'pdf'
  | 'document'
  | 'table'
  | 'archive'
  | 'text'
  | 'other';

/** What a person calls a file of this content: the first that fits. */
export function kindOfFile(type: string): FileKind {
  const [family] = type.split('/');
  if (family === 'image' || family === 'audio' || family === 'video') return family;
  if (type === 'application/pdf') return 'pdf';
  if (/sheet|excel/.test(type)) return 'table';
  if (/word|opendocument|officedocument|rtf|x-cfb/.test(type)) return 'document';
  if (/zip|rar|7z|tar|compress/.test(type)) return 'archive';
  return family === 'text' ? 'text' : 'other';
}

/** Whether the public form takes it. */
export function isOrdinary(type: string): boolean {
  return ordinary.test(type);
}

/** Control, format, separator and half letters: what a reader does not see. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/**
 * The name under which a file is offered: no folders, no invisible letters, no dots or blanks at its ends.
 * Cleaned before anything is asked of it, so that what is asked is what is offered.
 */
export function safeName(name: string): string {
  const plain = name.normalize('NFC').slice(0, 50_000).replace(unprintable, '');
  const base = plain.split(/[/\\:]/).at(-1) ?? '';
  const trimmed = base.replace(/[<>"|?*]/g, '_').replace(/^[\s.]+|[\s.]+$/g, '');
  if (trimmed.length <= 120) return trimmed || 'file';
  const extension = /\.\w{1,10}$/.exec(trimmed)?.[0] ?? '';
  return `${trimmed.slice(0, 120 - extension.length)}${extension}`;
}

/** `Content-Disposition` of a download: the name in ASCII, and in full (RFC 6266). */
export function downloadDisposition(name: string): string {
  const safe = safeName(name);
  const ascii = safe.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${full}`;
}
