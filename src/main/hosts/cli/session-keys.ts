/** Access keys for one command, from the environment or from standard input: used, never printed, never kept. */
import { z } from 'zod';
import type { AccessKeys } from '../../../shared/domain/account/account.ts';
import { CommandFailure, EXIT } from './exit-codes.ts';
import type { Texts } from './texts.ts';

export type KeySource = 'env' | 'stdin';

/** As `aws configure export-credentials` and `aws sts assume-role` print them, the latter inside `Credentials`. */
const keysSchema = z.object({
  AccessKeyId: z.string(),
  SecretAccessKey: z.string(),
  SessionToken: z.string().nullish(),
});
const inputSchema = z.union([
  keysSchema,
  z.object({ Credentials: keysSchema }).transform(({ Credentials }) => Credentials),
]);

export async function readSessionKeys(
  source: KeySource,
  texts: Texts,
  from: { env: NodeJS.ProcessEnv; readInput: () => Promise<string> },
): Promise<AccessKeys> {
  if (source === 'env') {
    const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = from.env;
    if (!id || !secret) throw new CommandFailure(EXIT.signIn, texts.t('keys.noEnvironment'));
    return { accessKeyId: id, secretAccessKey: secret, sessionToken: token ?? null };
  }
  const keys = parseInput(await from.readInput());
  if (!keys) throw new CommandFailure(EXIT.signIn, texts.t('keys.noInput'));
  return {
    accessKeyId: keys.AccessKeyId,
    secretAccessKey: keys.SecretAccessKey,
    sessionToken: keys.SessionToken ?? null,
  };
}

function parseInput(text: string): z.infer<typeof keysSchema> | null {
  try {
    return inputSchema.parse(JSON.parse(text));
  } catch {
    // What was given is not repeated: it may be a secret in another form.
    return null;
  }
}
