/** A link to another page of the app: keyboard, middle click and address bar work as with any link. */
import Link, { type LinkProps } from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { useHref, useNavigate } from 'react-router';

interface RouteLinkProps {
  /** Route path, `/offers`. */
  readonly to: string;
  readonly children: ReactNode;
  readonly variant?: LinkProps.Variant;
  readonly ariaLabel?: string;
}

export function RouteLink({ to, children, variant = 'secondary', ariaLabel }: RouteLinkProps) {
  const navigate = useNavigate();
  return (
    <Link
      variant={variant}
      href={useHref(to)}
      {...(ariaLabel === undefined ? {} : { ariaLabel })}
      onFollow={(event) => {
        event.preventDefault();
        void navigate(to);
      }}
    >
      {children}
    </Link>
  );
}
