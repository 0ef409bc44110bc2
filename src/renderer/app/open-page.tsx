/** A window that was opened by a click on an announcement: goes on to what that was about. */
import { useEffect } from 'react';
import { Navigate, useParams } from 'react-router';
import { openTargetSchema, type OpenTarget } from '../../shared/contract/announcement.ts';
import { PageLoading } from '../components/page-loading.tsx';
import { useOpenTarget } from './use-announcements.ts';

export function OpenPage() {
  const { target = '' } = useParams();
  const wanted = readTarget(target);
  return wanted === null ? <Navigate to="/" replace /> : <Open target={wanted} />;
}

function Open({ target }: { target: OpenTarget }) {
  const open = useOpenTarget();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- once, for the address that the window came with.
  useEffect(() => open(target), []);
  return <PageLoading />;
}

function readTarget(text: string): OpenTarget | null {
  try {
    return openTargetSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
