/** The sellers and the buyer of the seed world; all of them made up, their keys good for this simulator alone. */
import type { SeedAccount } from '../types.ts';

export const BRAMBLEGATE = '444455556666';

export const seedAccounts: readonly SeedAccount[] = [
  {
    accountId: '111122223333',
    name: 'Lanternfish Software (sample)',
    role: 'isv',
    accessKeyId: 'AKIAFAKELANTERNFISH1',
    secretAccessKey: 'lanternfishSampleSecretKeyNotReal0000001',
    eulaBucket: 'lanternfish-sample-eulas',
  },
  {
    // The leading zero is on purpose: whoever treats account ids as numbers loses it.
    accountId: '012345678901',
    name: 'Quillmoor Data (sample)',
    role: 'isv',
    accessKeyId: 'AKIAFAKEQUILLMOOR002',
    secretAccessKey: 'quillmoorSampleSecretKeyNotReal000000002',
    eulaBucket: 'quillmoor-sample-eulas',
  },
  {
    accountId: BRAMBLEGATE,
    name: 'Bramblegate Resale (sample)',
    role: 'channel-partner',
    accessKeyId: 'AKIAFAKEBRAMBLEGATE3',
    secretAccessKey: 'bramblegateSampleSecretKeyNotReal0000003',
    eulaBucket: 'bramblegate-sample-eulas',
  },
  {
    accountId: '777788889999',
    name: 'Oddwater Foods (sample buyer)',
    role: 'buyer',
    accessKeyId: 'AKIAFAKEODDWATERFDS4',
    secretAccessKey: 'oddwaterfoodsSampleSecretKeyNotReal00004',
    eulaBucket: null,
  },
];
