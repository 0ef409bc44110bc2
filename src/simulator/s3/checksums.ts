/** Checks what the client says about its upload against what arrived. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { ServiceError } from '../types.ts';
import { header, type WireRequest } from '../wire/http.ts';
import type { Upload } from './aws-chunked.ts';

/** Algorithms that can be recomputed here; CRC32C and CRC64NVME are kept as sent. */
const COMPUTE: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  'x-amz-checksum-crc32': (bytes) => {
    const value = Buffer.alloc(4);
    value.writeUInt32BE(crc32(bytes));
    return value.toString('base64');
  },
  'x-amz-checksum-sha1': (bytes) => createHash('sha1').update(bytes).digest('base64'),
  'x-amz-checksum-sha256': (bytes) => createHash('sha256').update(bytes).digest('base64'),
};

export function checkUpload(request: WireRequest, upload: Upload): void {
  const md5 = header(request, 'content-md5');
  if (md5 !== null && md5 !== createHash('md5').update(upload.bytes).digest('base64')) {
    throw new ServiceError('BadDigest', 400, 'The Content-MD5 you specified did not match what we received.');
  }
  for (const [name, given] of upload.checksums) {
    const computed = COMPUTE[name]?.(upload.bytes);
    if (computed !== undefined && computed !== given) {
      const algorithm = name.slice('x-amz-checksum-'.length).toUpperCase();
      throw new ServiceError('BadDigest', 400, `The ${algorithm} you specified did not match the calculated checksum.`);
    }
  }
}
