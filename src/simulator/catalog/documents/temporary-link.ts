/** AWS shows the custom EULA it holds through a link that is signed anew at every description and soon runs out. */
import { createHash } from 'node:crypto';
import type { SimulatorClock } from '../../types.ts';

const LIFETIME_SECONDS = 3600;

/** Signed-looking only: the simulated storage serves its own copies to whoever knows the unguessable address. */
export function temporaryLink(address: string, clock: SimulatorClock): string {
  const expires = String(Math.floor(clock.realNow() / 1000) + LIFETIME_SECONDS);
  const query = new URLSearchParams({
    AWSAccessKeyId: 'ASIASIMULATEDMARKET0',
    Expires: expires,
    Signature: createHash('sha256').update(`${address} ${expires}`).digest('hex'),
  });
  return `${address}?${query.toString()}`;
}
