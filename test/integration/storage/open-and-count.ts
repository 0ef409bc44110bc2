/** Child of open-at-once.test.ts: opens the folder, takes what leases it can, prints what it got, and closes when told. */
import { createClock } from '../../../src/main/hosts/common/clock.ts';
import { createLeases } from '../../../src/main/storage/leases.ts';
import { openDatabase } from '../../../src/main/storage/open.ts';

const [folder = '', startAt = '0'] = process.argv.slice(2);
const clock = createClock();
await clock.sleep(Number(startAt) - clock.realNow());
const { database, notices } = openDatabase(folder, clock.realNow());
const leases = createLeases({ database, clock });
const taken = Array.from({ length: 20 }, (_, index) => `change:${index}`).filter((name) => leases.acquire(name));
process.stdout.write(`${JSON.stringify({ notices: notices.length, taken })}\n`);
process.stdin.once('data', () => {
  database.close();
  process.stdin.destroy();
});
