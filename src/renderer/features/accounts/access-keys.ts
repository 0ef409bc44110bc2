/** Access keys while they are typed. They live in the state of one screen, go to the core, and are then forgotten here. */
import { useState } from 'react';
import { accessKeysSchema, type AccessKeys } from '../../../shared/domain/account/account.ts';
import type { FieldError } from '../../../shared/errors/app-error.ts';

export interface TypedKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

const NOTHING: TypedKeys = { accessKeyId: '', secretAccessKey: '', sessionToken: '' };

export function useTypedKeys() {
  const [typed, setTyped] = useState(NOTHING);
  return {
    typed,
    change: (patch: Partial<TypedKeys>) => setTyped((known) => ({ ...known, ...patch })),
    forget: () => setTyped(NOTHING),
  };
}

export function isNothingTyped(typed: TypedKeys): boolean {
  return !typed.accessKeyId && !typed.secretAccessKey && !typed.sessionToken;
}

export function toAccessKeys(typed: TypedKeys): AccessKeys {
  return {
    accessKeyId: typed.accessKeyId.trim(),
    secretAccessKey: typed.secretAccessKey.trim(),
    sessionToken: typed.sessionToken.trim() || null,
  };
}

/** What is wrong with the keys; nothing where the stored ones stay. */
export function findKeyErrors(typed: TypedKeys, mayStay: boolean): FieldError[] {
  if (mayStay && isNothingTyped(typed)) return [];
  const parsed = accessKeysSchema.safeParse(toAccessKeys(typed));
  return (parsed.error?.issues ?? []).map((issue) => {
    const path = issue.path.join('.');
    return { path: `keys.${path}`, messageKey: `accounts:invalid.keys-${path}`, params: {} };
  });
}
