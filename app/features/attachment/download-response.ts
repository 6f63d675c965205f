import { downloadDisposition } from './attachment.ts';

/**
 * A file of somebody's making, for saving and never for showing: were it opened in a tab all the same, it
 * would be in a sandbox without an origin, scripts or network.
 */
export function downloadResponse(
  file: { name: string; type: string },
  bytes: Uint8Array<ArrayBuffer>,
): Response {
  return new Response(bytes, {
    headers: {
      'Content-Type': file.type || 'application/octet-stream',
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': downloadDisposition(file.name),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'Cache-Control': 'private, no-store',
    },
  });
}
