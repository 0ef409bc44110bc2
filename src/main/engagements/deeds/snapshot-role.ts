/** Sets the role under which snapshot jobs run. No token: the settings say whether it has happened. */
import { PutSellingSystemSettingsCommand } from '@aws-sdk/client-partnercentral-selling';
import type { DeedOf } from '../../../shared/domain/engagement/deed.ts';
import { fail } from '../../../shared/errors/app-error.ts';
import { sendForWire } from '../../aws/wire.ts';
import { textAt } from '../../opportunities/readings.ts';
import { readSnapshotRole } from '../snapshot-reader.ts';
import type { DeedKind } from './deed-kind.ts';

interface Request {
  readonly Catalog: string;
  readonly ResourceSnapshotJobRoleIdentifier: string;
}

const OWNER = /^arn:aws:iam::(\d{12}):/;

export const snapshotRole: DeedKind<DeedOf<'snapshot-role'>> = {
  operation: 'PutSellingSystemSettings',
  request({ role }, { place, awsAccountId }) {
    const owner = OWNER.exec(role)?.[1] ?? awsAccountId;
    if (owner !== awsAccountId) {
      const field = { path: 'role', messageKey: 'errors:field.other-account', params: { owner, awsAccountId } };
      fail('invalid-input', { fields: [field] });
    }
    return { Catalog: place.catalog, ResourceSnapshotJobRoleIdentifier: role };
  },
  async admit({ role }, reading) {
    const before = await readSnapshotRole(reading);
    return { title: role, entityType: 'SellingSettings', entityId: reading.catalog, before };
  },
  async send({ payload: { request } }, reading) {
    const command = new PutSellingSystemSettingsCommand(request as unknown as Request);
    const after = await sendForWire(reading.door, command, reading);
    return { resultId: textAt(after, 'ResourceSnapshotJobRoleArn'), after };
  },
  async look({ payload: { request } }, reading) {
    const role = await readSnapshotRole(reading);
    const wanted = textAt(request, 'ResourceSnapshotJobRoleIdentifier');
    const isSet = role !== null && (role === wanted || role.split(':role/').at(-1)?.split('/').at(-1) === wanted);
    return isSet ? { resultId: role, after: role } : null;
  },
};
