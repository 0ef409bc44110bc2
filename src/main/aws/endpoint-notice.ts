/** Says which endpoint overrides of the environment are ignored: a real account talks to AWS and to nobody else. */
import type { Notice } from '../../shared/contract/app.ts';
import type { Ports } from '../ports.ts';
import type { ProfileReader } from './credentials/profiles.ts';

export async function createEndpointNotice(ports: Ports, profiles: ProfileReader): Promise<Notice[]> {
  if (ports.mode !== 'real') return [];
  const names = await profiles.listEndpointOverrides();
  if (names.length === 0) return [];
  return [
    {
      id: 'aws-endpoint-ignored',
      kind: 'info',
      messageKey: 'notices:aws-endpoint-ignored',
      params: { names: names.join(', ') },
      dismissible: true,
    },
  ];
}
