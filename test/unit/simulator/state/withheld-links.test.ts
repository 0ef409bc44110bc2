import { describe, expect, it } from 'vitest';
import { issueSession } from '../../../../src/simulator/identity/sessions.ts';
import { isWithheld, openWithheld, withholdSignatures } from '../../../../src/simulator/state/withheld-links.ts';

const SIGNED_AT = Date.parse('2030-01-02T03:04:05Z');
const session = issueSession(
  {
    accountId: '111122223333',
    roleName: 'EulaPresign',
    sessionName: 'presign',
    expiresAt: SIGNED_AT + 60_000,
  },
  'nonce',
);

function link(token: string | null): string {
  const query = new URLSearchParams({
    'X-Amz-Credential': 'AKIAFAKELANTERNFISH1/20300102/us-east-1/s3/aws4_request',
    'X-Amz-Date': '20300102T030405Z',
    'X-Amz-Expires': '3600',
    ...(token === null ? {} : { 'X-Amz-Security-Token': token }),
    'X-Amz-Signature': 'a'.repeat(64),
    'x-id': 'GetObject',
  });
  return `http://127.0.0.1:8080/bucket/a%20b.pdf?${query}`;
}

describe('withholdSignatures', () => {
  it('takes signature and token out of every address, wherever it stands', () => {
    const details = JSON.stringify({ Url: link(session.sessionToken) });
    const kept = withholdSignatures(
      JSON.stringify({ details, list: [link(null), link(null)], other: 'http://a/b?c=d' }),
    );
    expect(kept).not.toContain('a'.repeat(64));
    expect(kept).not.toContain(session.sessionToken);
    const parsed = JSON.parse(kept) as { details: string; list: string[]; other: string };
    const { Url } = JSON.parse(parsed.details) as { Url: string };
    expect([Url, ...parsed.list].every((one) => isWithheld(new URL(one)))).toBe(true);
    expect(parsed.other).toBe('http://a/b?c=d');
  });

  it('changes nothing the second time', () => {
    const once = withholdSignatures(link(session.sessionToken));
    expect(withholdSignatures(once)).toBe(once);
  });
});

describe('openWithheld', () => {
  it('tells who signed and until when: the earlier end of address and session', () => {
    expect(openWithheld(new URL(withholdSignatures(link(null))))).toEqual({
      accessKeyId: 'AKIAFAKELANTERNFISH1',
      role: null,
      until: SIGNED_AT + 3_600_000,
    });
    expect(openWithheld(new URL(withholdSignatures(link(session.sessionToken))))).toEqual({
      accessKeyId: 'AKIAFAKELANTERNFISH1',
      role: { accountId: '111122223333', name: 'EulaPresign' },
      until: SIGNED_AT + 60_000,
    });
  });

  it('does not open what was changed, but on another port', () => {
    const kept = withholdSignatures(link(null));
    expect(openWithheld(new URL(kept.replace(':8080', ':9090')))).not.toBeNull();
    expect(openWithheld(new URL(kept.replace('a%20b.pdf', 'c.pdf')))).toBeNull();
    expect(openWithheld(new URL(kept.replace(/Until=\d/, 'Until=9')))).toBeNull();
  });
});
