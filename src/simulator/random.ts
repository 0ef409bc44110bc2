/** Randomness of the local cloud: unpredictable as a rule, repeatable when a test gives a seed. */
import { createHash, randomBytes, randomInt } from 'node:crypto';

export interface Randomness {
  /** Lower-case letters and digits, as AWS's ids are. */
  id(length: number): string;
  /** A number in [0, 1). */
  chance(): number;
}

const ID_ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

export function createRandomness(seed: string | null): Randomness {
  return seed === null ? unpredictable() : repeatable(seed);
}

function unpredictable(): Randomness {
  return {
    id: (length) => Array.from({ length }, () => ID_ALPHABET.charAt(randomInt(ID_ALPHABET.length))).join(''),
    chance: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
  };
}

/** Hashes a counter: the same seed gives the same sequence on every machine. */
function repeatable(seed: string): Randomness {
  let counter = 0;
  const chance = () => {
    counter += 1;
    return createHash('sha256').update(`${seed}:${counter}`).digest().readUIntBE(0, 6) / 2 ** 48;
  };
  return {
    id: (length) =>
      Array.from({ length }, () => ID_ALPHABET.charAt(Math.floor(chance() * ID_ALPHABET.length))).join(''),
    chance,
  };
}
