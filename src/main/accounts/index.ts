/** The handlers of every `accounts.*` method. */
import type { HandlersOf } from '../handlers.ts';
import { testConnection } from './connection-test.ts';
import { buildPolicy } from './policy.ts';
import { listPracticeSellers, seedPracticeAccounts } from './practice-accounts.ts';
import { createAccountService, type AccountServiceDeps } from './service.ts';

export function createAccounts(deps: AccountServiceDeps): { readonly handlers: HandlersOf<'accounts'> } {
  const { ports, events, store, aws } = deps;
  const service = createAccountService(deps);
  if (ports.practice) seedPracticeAccounts(store, ports.practice, ports.clock.realNow());

  return {
    handlers: {
      'accounts.list': async () => ({ accounts: service.list() }),
      'accounts.create': async ({ settings, keys }) => service.create(settings, keys),
      'accounts.update': async ({ account, settings, keys }) => service.update(account, settings, keys),
      async 'accounts.remove'({ account, removeDrafts }) {
        await service.remove(account, removeDrafts);
        return {};
      },
      async 'accounts.reorder'({ accounts }) {
        service.reorder(accounts);
        return {};
      },
      async 'accounts.profiles'() {
        const { configFile, credentialsFile } = ports.awsEnvironment;
        return { profiles: await aws.profiles.list(), configFile, credentialsFile };
      },
      'accounts.practiceSellers': async () => ({ sellers: ports.practice ? listPracticeSellers(ports.practice) : [] }),
      async 'accounts.test'({ account }, { signal }) {
        const record = store.get(account);
        const onStep = (step: Parameters<Parameters<typeof testConnection>[0]['onStep']>[0]) =>
          events.emit('accounts.testProgress', { account, step });
        return { steps: await testConnection({ aws, record, signal, onStep }) };
      },
      'accounts.policy': async ({ account }) => ({ json: buildPolicy(store.getSettings(account)) }),
      async 'accounts.answerMfa'({ requestId, code }) {
        aws.mfa.answer(requestId, code);
        return {};
      },
    },
  };
}
