/** Holds what happened against the list of known disagreements. */
import type { Judgement } from './judge.ts';
import type { KnownDisagreement } from './known-disagreements.ts';

export interface Verdict {
  /** Parted, and not as the list says. */
  readonly unlisted: readonly Judgement[];
  /** On the list, and not met at all, or not each time. */
  readonly gone: readonly KnownDisagreement[];
}

export function weigh(judgements: readonly Judgement[], known: readonly KnownDisagreement[]): Verdict {
  const parted = judgements.filter(({ agree }) => !agree);
  return {
    unlisted: parted.filter((judgement) => !known.some((entry) => explains(entry, judgement))),
    gone: known.filter((entry) => {
      const cases = judgements.filter((judgement) => isAbout(entry, judgement));
      return cases.length === 0 || !cases.every((judgement) => !judgement.agree && explains(entry, judgement));
    }),
  };
}

/** A second rule that happens to be broken as well is not what the entry is about. */
function explains(entry: KnownDisagreement, judgement: Judgement): boolean {
  return (
    isAbout(entry, judgement) &&
    judgement.simulator === entry.simulator &&
    judgement.blocking.every((blocking) => blocking === entry.rule)
  );
}

function isAbout({ rule, when }: KnownDisagreement, { case: subject }: Judgement): boolean {
  return subject.rule === rule && (when?.(subject) ?? true);
}

export function describeJudgement({ case: subject, blocking, simulator, refusal }: Judgement): string {
  const what = subject.rule === null ? `a valid ${subject.kind} draft` : `${subject.rule} broken (${subject.kind})`;
  const ours = blocking.length === 0 ? 'lets it go' : `stops it by ${blocking.join(', ')}`;
  const theirs = simulator === 'unsendable' ? 'nothing can be sent' : `the simulator ${simulator} it`;
  return `${what}: preflight ${ours}, ${theirs}${refusal ? `: ${refusal}` : ''}`;
}
