/** The way from a failed write to its correction. */
import Button from '@cloudscape-design/components/button';
import { useNavigate } from 'react-router';
import type { ChangeState } from '../../../../shared/domain/change/change.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { toRepeatPath } from '../paths.ts';

const FAILED: readonly ChangeState[] = ['failed', 'cancelled', 'refused'];

export function isFailed({ state }: { readonly state: ChangeState }): boolean {
  return FAILED.includes(state);
}

export function RepeatLink({ changeId }: { changeId: string }) {
  const t = useTexts('sync-log');
  const navigate = useNavigate();
  return <Button onClick={() => void navigate(toRepeatPath(changeId))}>{t('repeat.open')}</Button>;
}
