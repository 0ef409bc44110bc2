/** Takes the upload out of `aws-chunked` framing: sizes and signatures between the pieces, checksums in a trailer. */
import { ServiceError } from '../types.ts';
import { header, type WireRequest } from '../wire/http.ts';

export interface Upload {
  readonly bytes: Uint8Array;
  /** Checksum headers of the request and of its trailer. */
  readonly checksums: ReadonlyMap<string, string>;
}

const CHECKSUM_HEADER = /^x-amz-checksum-(crc32|crc32c|crc64nvme|sha1|sha256)$/;
const CRLF = Buffer.from('\r\n');

export function readUpload(request: WireRequest): Upload {
  const checksums = new Map([...request.headers].filter(([name]) => CHECKSUM_HEADER.test(name)));
  if (!isChunked(request)) return { bytes: request.body, checksums };
  const { bytes, trailer } = unframe(Buffer.from(request.body));
  const declared = header(request, 'x-amz-decoded-content-length');
  if (declared !== null && Number(declared) !== bytes.length) {
    throw new ServiceError(
      'IncompleteBody',
      400,
      'You did not provide the number of bytes specified by the Content-Length HTTP header',
    );
  }
  for (const [name, value] of trailer) if (CHECKSUM_HEADER.test(name)) checksums.set(name, value);
  return { bytes, checksums };
}

/** The encodings of the stored object: `aws-chunked` belongs to the transfer alone. */
export function storedEncoding(request: WireRequest): string | null {
  const kept = (header(request, 'content-encoding') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'aws-chunked');
  return kept.length > 0 ? kept.join(',') : null;
}

function isChunked(request: WireRequest): boolean {
  return header(request, 'x-amz-content-sha256')?.startsWith('STREAMING-') ?? false;
}

function unframe(framed: Buffer): { bytes: Uint8Array; trailer: ReadonlyMap<string, string> } {
  const pieces: Buffer[] = [];
  let position = 0;
  for (;;) {
    const lineEnd = framed.indexOf(CRLF, position);
    if (lineEnd < 0) throw brokenFraming();
    const [sizeText = ''] = framed.toString('latin1', position, lineEnd).split(';');
    if (!/^[0-9a-f]+$/i.test(sizeText)) throw brokenFraming();
    const size = Number.parseInt(sizeText, 16);
    const start = lineEnd + CRLF.length;
    if (size === 0) return { bytes: Buffer.concat(pieces), trailer: readTrailer(framed.toString('latin1', start)) };
    if (start + size > framed.length) throw brokenFraming();
    pieces.push(framed.subarray(start, start + size));
    position = start + size + CRLF.length;
  }
}

function readTrailer(text: string): Map<string, string> {
  return new Map(
    text
      .split('\r\n')
      .filter((line) => line.includes(':'))
      .map((line) => [line.slice(0, line.indexOf(':')).trim().toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

function brokenFraming(): ServiceError {
  return new ServiceError('InvalidChunkSizeError', 400, 'The chunked upload is not framed as its headers say.');
}
