/** AWS's errors of a write that it did not carry out, each with the way to the field that caused it. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { toDraftPath } from '../../../components/draft-path.ts';

export function ChangeErrors({ change: { errors, draftId } }: { change: Change }) {
  const t = useTexts('offers');
  if (errors.length === 0) return null;
  return (
    <Alert type="error" header={t('change.errors', { count: errors.length })}>
      <ul className="plain-list">
        {errors.map((error) => (
          <li key={`${error.changeType} ${error.code} ${error.path ?? ''} ${error.message}`}>
            <Box variant="code">{error.code}</Box> {error.message} ({error.changeType}){' '}
            {draftId !== null && (
              <RouteLink variant="primary" to={toDraftPath(draftId, error.path)}>
                {t(error.path === null ? 'change.openWizard' : 'change.openField')}
              </RouteLink>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
