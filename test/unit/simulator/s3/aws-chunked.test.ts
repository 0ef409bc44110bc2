import { describe, expect, it } from 'vitest';
import { readUpload, storedEncoding } from '../../../../src/simulator/s3/aws-chunked.ts';
import type { WireRequest } from '../../../../src/simulator/wire/http.ts';

function upload(body: string, headers: Record<string, string>): WireRequest {
  return {
    method: 'PUT',
    rawPath: '/bucket/key',
    rawQuery: '',
    headers: new Map(Object.entries(headers)),
    body: Buffer.from(body),
  };
}

const SIGNED = { 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD', 'x-amz-decoded-content-length': '8' };
const TRAILER = { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', 'x-amz-decoded-content-length': '8' };
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

describe('readUpload', () => {
  it('leaves a plain upload as it is', () => {
    const plain = readUpload(upload('5\r\nnot a frame', { 'x-amz-checksum-crc32': 'AAAAAA==' }));
    expect(text(plain.bytes)).toBe('5\r\nnot a frame');
    expect([...plain.checksums]).toEqual([['x-amz-checksum-crc32', 'AAAAAA==']]);
  });

  it('joins signed chunks', () => {
    const signature = `;chunk-signature=${'a'.repeat(64)}`;
    const body = `5${signature}\r\nhel\r\n\r\n3${signature}\r\nlo!\r\n0${signature}\r\n\r\n`;
    expect(text(readUpload(upload(body, SIGNED)).bytes)).toBe('hel\r\nlo!');
  });

  it('reads checksums from the trailer', () => {
    const body = '8\r\n12345678\r\n0\r\nx-amz-checksum-crc32:mudfBw==\r\nx-amz-other:1\r\n\r\n';
    const { bytes, checksums } = readUpload(upload(body, TRAILER));
    expect(text(bytes)).toBe('12345678');
    expect([...checksums]).toEqual([['x-amz-checksum-crc32', 'mudfBw==']]);
  });

  it.each([
    ['a size that is none', 'xyz\r\n12345678\r\n0\r\n\r\n', 'InvalidChunkSizeError'],
    ['a chunk cut short', '9\r\n12345678', 'InvalidChunkSizeError'],
    ['no end', '8\r\n12345678\r\n', 'InvalidChunkSizeError'],
    ['another length than declared', '7\r\n1234567\r\n0\r\n\r\n', 'IncompleteBody'],
  ])('refuses %s', (_, body, code) => {
    expect(() => readUpload(upload(body, TRAILER))).toThrow(expect.objectContaining({ code }));
  });
});

describe('storedEncoding', () => {
  it('drops what belongs to the transfer', () => {
    expect(storedEncoding(upload('', { 'content-encoding': 'aws-chunked' }))).toBeNull();
    expect(storedEncoding(upload('', { 'content-encoding': 'gzip, aws-chunked' }))).toBe('gzip');
    expect(storedEncoding(upload('', {}))).toBeNull();
  });
});
