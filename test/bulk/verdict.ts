/** What the cloud holds against what was wanted. */
import type { BulkVerdict } from './stage.ts';

export function judgeBulk(result: BulkVerdict) {
  const { names, wanted, run, proof, words } = result;
  const held = new Map<string, number>();
  for (const name of names) held.set(name, (held.get(name) ?? 0) + 1);
  const missing = wanted.filter((name) => !held.has(name));
  const twice = [...held].filter(([, count]) => count > 1).map(([name]) => name);
  const others = [...held.keys()].filter((name) => !wanted.includes(name));
  const whole = proof.brokenAt === null && run.counts.done === wanted.length;
  const seconds = (ms: number) => Math.round(ms / 1000);
  const text = [
    `${names.length} ${words.held} for ${wanted.length} ${words.wanted}: ${missing.length} missing, ${twice.length} twice, ${others.length} others`,
    `rows ${JSON.stringify(run.counts)}, ${result.killed ? 'killed once' : 'not killed'}`,
    `log of ${proof.entries} entries ${proof.brokenAt === null ? 'whole' : `broken at ${proof.brokenAt}`}`,
    `scaled time ${seconds(result.scaledMs)} s against a bound of ${seconds(result.boundMs)} s (${(result.scaledMs / result.boundMs).toFixed(2)} ×), ${seconds(result.writingMs)} s of it from the first write to the last`,
    `calls ${JSON.stringify(result.calls)}`,
  ].join('; ');
  return { missing, twice, others, whole, text };
}
