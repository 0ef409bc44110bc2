/** The handlers of every `accounts.*` method. */
import type { HandlersOf } from '../handlers.ts';
import { testConnection } from './connection-test.ts';
import { featuresOfAccount } from './features.ts';
import { buildPolicy } from './policy.ts';
import type { EventResources } from './policy-events.ts';
import { listPracticeSellers, seedPracticeAccounts } from './practice-accounts.ts';
import { createAccountService, type AccountServiceDeps } from './service.ts';

export interface AccountsDeps extends AccountServiceDeps {
  /** What the account's events come in by, for the policy. */
  readonly eventResources: (account: string) => EventResources;
}

export function createAccounts(deps: AccountsDeps): { readonly handlers: HandlersOf<'accounts'> } {
  const { ports, events, store, aws, eventResources } = deps;
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
      async 'accounts.policy'({ account, features }) {
        const settings = store.getSettings(account);
        const chosen = features ?? featuresOfAccount(settings);
        return {
          json: buildPolicy({ settings, features: chosen, events: eventResources(account) }),
          features: [...chosen],
        };
      },
      async 'accounts.retryRefused'({ account, actions }) {
        store.get(account);
        aws.capabilities.forgetRefused(account, actions);
        return {};
      },
      async 'accounts.answerMfa'({ requestId, code }) {
        aws.mfa.answer(requestId, code);
        return {};
      },
    },
  };
}
