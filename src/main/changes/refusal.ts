/** The fields that a synchronous refusal is about: AWS names them in its own terms, where it names any. */
import type { AppError } from '../../shared/errors/app-error.ts';
import { entityKindOf, type Kinds } from './kinds.ts';
import type { ChangeError, JournalRow } from './store.ts';

export function refusalErrors(
  kinds: Kinds,
  row: Pick<JournalRow, 'entityType' | 'intent'>,
  error: AppError,
): ChangeError[] {
  // A direct call's members are the fields of the form that it came from, if of any.
  const kind = row.intent.form === 'call' ? null : entityKindOf(kinds, row.entityType);
  return error.fields.map(({ path, params }) => {
    const changeType = String(params['changeType'] ?? '');
    const member = path.split(/[./]/).at(-1) ?? '';
    return {
      changeType,
      code: String(params['reason'] ?? error.aws?.code ?? error.code),
      message: String(params['message'] ?? error.aws?.message ?? ''),
      path: kind ? (kind.pathOfMember(member) ?? kind.pathOf(changeType, '')) : member || null,
    };
  });
}
