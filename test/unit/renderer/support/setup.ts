/** Before every file of renderer tests: what was rendered goes when a test ends, and waiting is long enough for a busy machine. */
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Pages load their code when they are first opened.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);
