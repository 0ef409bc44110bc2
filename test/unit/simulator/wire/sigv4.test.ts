import { describe, expect, it } from 'vitest';
import type { WireRequest } from '../../../../src/simulator/wire/http.ts';
import { computeSignature, sha256Hex } from '../../../../src/simulator/wire/sigv4.ts';

function request(parts: Partial<WireRequest>): WireRequest {
  return { method: 'GET', rawPath: '/', rawQuery: '', headers: new Map(), body: new Uint8Array(), ...parts };
}

describe('computeSignature', () => {
  it('gives the signature of the worked example in the IAM user guide', () => {
    const signature = computeSignature(
      request({
        rawQuery: 'Action=ListUsers&Version=2010-05-08',
        headers: new Map([
          ['content-type', 'application/x-www-form-urlencoded; charset=utf-8'],
          ['host', 'iam.amazonaws.com'],
          ['x-amz-date', '20150830T123600Z'],
        ]),
      }),
      'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
      {
        signedHeaders: ['content-type', 'host', 'x-amz-date'],
        amzDate: '20150830T123600Z',
        scope: { date: '20150830', region: 'us-east-1', service: 'iam' },
        payloadHash: sha256Hex(''),
      },
    );
    expect(signature).toBe('5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7');
  });

  it('gives the signature of the worked example of a presigned address in the S3 reference', () => {
    const query = [
      'X-Amz-Algorithm=AWS4-HMAC-SHA256',
      'X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request',
      'X-Amz-Date=20130524T000000Z',
      'X-Amz-Expires=86400',
      'X-Amz-SignedHeaders=host',
      'X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    ];
    const signature = computeSignature(
      request({
        rawPath: '/test.txt',
        rawQuery: query.join('&'),
        headers: new Map([['host', 'examplebucket.s3.amazonaws.com']]),
      }),
      'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      {
        signedHeaders: ['host'],
        amzDate: '20130524T000000Z',
        scope: { date: '20130524', region: 'us-east-1', service: 's3' },
        payloadHash: 'UNSIGNED-PAYLOAD',
      },
    );
    expect(signature).toBe('aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404');
  });

  it('gives none for a query that is not valid percent-encoding', () => {
    const input = {
      signedHeaders: ['host'],
      amzDate: '20130524T000000Z',
      scope: { date: '20130524', region: 'us-east-1', service: 'sts' },
      payloadHash: sha256Hex(''),
    };
    expect(computeSignature(request({ rawQuery: 'a=%zz' }), 'secret', input)).toBeNull();
  });
});
