/** The record that a call was about: a link to its page where it has one. */
import { RouteLink } from '../../components/route-link.tsx';
import { toEntityPath } from '../offers/activity/entity-pages.ts';

interface EntityLinkProps {
  readonly entity: {
    readonly account: string | null;
    readonly entityType: string | null;
    readonly entityId: string | null;
  };
}

export function EntityLink({ entity: { account, entityType, entityId } }: EntityLinkProps) {
  if (entityId === null) return <>–</>;
  const path = account === null || entityType === null ? null : toEntityPath({ account, entityType, entityId });
  return path === null ? <>{entityId}</> : <RouteLink to={path}>{entityId}</RouteLink>;
}
