/** The licence text. */
import { problemIf, type Rule } from './rule.ts';

const step = 'eula';
/** AWS publishes no limit. */
const LARGE_BYTES = 10 * 1024 * 1024;
/** The only version of the standard contract for new offers. */
export const STANDARD_EULA_VERSION = '2022-07-14';

export const eulaRules: readonly Rule[] = [
  {
    id: 'eula-version-old',
    severity: 'error',
    step,
    source: '3.2 StandardEula: only the latest version for new offers',
    stage: 'request',
    fix: 'use-latest-eula',
    check: ({ draft }) =>
      problemIf(draft.eula.kind === 'standard' && draft.eula.version !== STANDARD_EULA_VERSION, 'eula', {
        value: draft.eula.kind === 'standard' ? draft.eula.version : '',
        latest: STANDARD_EULA_VERSION,
      }),
  },
  {
    id: 'eula-file-missing',
    severity: 'error',
    step,
    source: '3.5 exactly one legal term; 3.11 custom EULA',
    stage: 'release',
    check: ({ draft }) => problemIf(draft.eula.kind === 'custom' && draft.eula.file === null, 'eula.file'),
  },
  {
    id: 'eula-bucket-missing',
    severity: 'error',
    step,
    source: '3.11 custom EULA: AWS reads it from the seller’s bucket',
    stage: 'request',
    check: ({ draft, context }) =>
      problemIf(draft.eula.kind === 'custom' && draft.eula.file !== null && !context.eulaBucketConfigured, 'eula'),
  },
  {
    id: 'eula-file-large',
    severity: 'warning',
    step,
    source: '3.11 custom EULA: size limit not published, warn above 10 MB',
    stage: 'release',
    check: ({ draft }) =>
      problemIf(draft.eula.kind === 'custom' && (draft.eula.file?.sizeBytes ?? 0) > LARGE_BYTES, 'eula.file', {
        max: LARGE_BYTES / 1024 / 1024,
      }),
  },
  {
    id: 'eula-held-by-other-offer',
    severity: 'error',
    step,
    source: '3.11 the copy at AWS expires and is not the seller’s: upload the text again',
    stage: 'release',
    check: ({ draft }) => problemIf(draft.eula.kind === 'held-by-aws' && draft.target === null, 'eula'),
  },
];
