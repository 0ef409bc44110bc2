/** A PDF of which AWS holds a copy, whole and readable, by the short-lived address that it has just given. */
import { fail } from '../../shared/errors/app-error.ts';
import type { AwsAccess } from '../aws/access.ts';
import { findPdfProblem, LARGEST_EULA_BYTES } from '../drafts/pdf.ts';

export async function fetchHeldFile(
  aws: Pick<AwsAccess, 'download'>,
  { account, url, signal }: { account: string; url: string; signal: AbortSignal },
): Promise<Uint8Array> {
  const bytes = await aws.download(account, url, { signal, limitBytes: LARGEST_EULA_BYTES });
  const problem = findPdfProblem(bytes);
  if (problem) fail(problem, { params: { limitMb: LARGEST_EULA_BYTES / 1024 / 1024 } });
  return bytes;
}
