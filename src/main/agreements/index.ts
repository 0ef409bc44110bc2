/** Agreements of the seller accounts: the local copy, kept in step with AWS, and what a page needs of one. */
import { fail } from '../../shared/errors/app-error.ts';
import { keepInStep, type SyncDependencies } from '../entities/sync-job.ts';
import { breathe } from '../entities/breathe.ts';
import type { EventBus } from '../events.ts';
import type { Handlers } from '../handlers.ts';
import type { Jobs, StartedJob } from '../jobs/index.ts';
import type { VersionKeeper } from '../sources.ts';
import { describeAgreement, readTerms, type AgreementReading } from './agreement-reader.ts';
import { formatAgreements } from './csv.ts';
import { toAgreementDetail } from './detail.ts';
import { toDescribedAgreement } from './list-entry.ts';
import { eachAgreement, findAgreement, findChain, listAgreements } from './list-query.ts';
import { isForManufacturer, noteEvent } from './noticed.ts';
import { readPageParts } from './page-reader.ts';
import { createRadarHandlers } from './radar-handlers.ts';
import { createAgreementStore, type AgreementStore } from './store.ts';
import { AGREEMENTS_KIND, isGone, syncAgreements } from './sync.ts';
import type { AgreementDetail, AgreementSummary } from '../../shared/domain/agreement/agreement.ts';

type AgreementCopyMethod =
  | 'agreements.list'
  | 'agreements.get'
  | 'agreements.import'
  | 'agreements.sync'
  | 'agreements.syncProblems'
  | 'agreements.csv'
  | 'agreements.radar'
  | 'agreements.radarDays'
  | 'agreements.radarCalendar';

export interface Agreements {
  readonly handlers: Pick<Handlers, AgreementCopyMethod>;
  readonly store: AgreementStore;
  sync(account: string, full: boolean): StartedJob;
  /** Takes what AWS tells the maker of a product about somebody else’s sale; false for any other event. */
  note(account: string, event: { readonly detailType: string; readonly document: unknown }): boolean;
  /** Reads one agreement and its terms from AWS into the copy, whatever is known of it. */
  read(account: string, agreementId: string, signal?: AbortSignal): Promise<AgreementSummary>;
  get(
    account: string,
    agreementId: string,
    options: { refresh: boolean; signal?: AbortSignal },
  ): Promise<AgreementDetail>;
}

export interface AgreementDependencies extends SyncDependencies {
  readonly events: EventBus;
  readonly jobs: Pick<Jobs, 'runJob'>;
  readonly versions: VersionKeeper;
}

export function createAgreements(deps: AgreementDependencies): Agreements {
  const { database, accounts, clock, events, aws } = deps;
  const store = createAgreementStore(database, deps.versions);
  const now = () => new Date(clock.now()).toISOString();
  const announce = (account: string) => events.emit('agreements.changed', { account });
  const readingOf = (account: string, signal?: AbortSignal): AgreementReading => ({
    door: aws.agreement(account),
    priority: 'user',
    ...(signal ? { signal } : {}),
  });

  async function read(account: string, agreementId: string, signal?: AbortSignal): Promise<AgreementSummary> {
    accounts.getSettings(account);
    const reading = readingOf(account, signal);
    try {
      const description = await describeAgreement(reading, agreementId);
      store.saveRow(account, toDescribedAgreement(description, agreementId), now());
      store.saveTerms(account, agreementId, await readTerms(reading, agreementId), now());
    } finally {
      announce(account);
    }
    return findAgreement(database, account, agreementId, now()) ?? fail('not-found', { params: { name: agreementId } });
  }

  /** What only the page shows. One that AWS no longer knows leaves the copy, but for what events alone told. */
  async function readPage(account: string, agreementId: string, signal?: AbortSignal): Promise<void> {
    const reading = readingOf(account, signal);
    try {
      const page = await readPageParts(reading, agreementId, accounts.getSettings(account).awsAccountId);
      const { estimatedCharges } = page.description ?? {};
      store.saveRow(account, toDescribedAgreement(page.description ?? {}, agreementId), now());
      store.saveTerms(account, agreementId, await readTerms(reading, agreementId), now());
      const value = {
        currency: estimatedCharges?.currencyCode ?? null,
        value: estimatedCharges?.agreementValue ?? null,
      };
      store.savePage(account, agreementId, page, value, now());
    } catch (error) {
      if (isGone(error)) store.remove(account, agreementId);
      throw error;
    } finally {
      announce(account);
    }
  }

  async function get(
    account: string,
    agreementId: string,
    { refresh, signal }: { refresh: boolean; signal?: AbortSignal },
  ): Promise<AgreementDetail> {
    accounts.getSettings(account);
    const known = findAgreement(database, account, agreementId, now());
    const isReadable = known?.role !== 'manufacturer';
    const readAt = store.page(account, agreementId)?.readAt ?? null;
    const isOld = readAt === null || readAt < (known?.updatedAt ?? '');
    if (isReadable && (refresh || isOld)) await readPage(account, agreementId, signal);
    const summary = findAgreement(database, account, agreementId, now());
    if (!summary) fail('not-found', { params: { name: agreementId } });
    return toAgreementDetail({
      summary,
      chain: findChain(database, account, agreementId, now()),
      terms: store.terms(account, agreementId),
      page: store.page(account, agreementId),
      today: now().slice(0, 10),
    });
  }

  function sync(account: string, full: boolean): StartedJob {
    const { awsAccountId } = accounts.getSettings(account);
    return deps.jobs.runJob({
      kind: 'agreements.sync',
      account,
      async work(report, signal) {
        const request = { account, awsAccountId, announce: () => announce(account) };
        await keepInStep(deps, request, { report, signal }, (options, follow) =>
          syncAgreements({
            ...deps,
            sync: deps.store,
            copy: store,
            account,
            full,
            reading: { door: aws.agreement(account), ...options },
            report: follow((phase) => `agreements.sync.${phase}`),
          }),
        );
      },
    });
  }

  return {
    store,
    note(account, { detailType, document }) {
      if (!isForManufacturer(detailType) || !noteEvent({ database, store }, account, document, now())) return false;
      announce(account);
      return true;
    },
    sync,
    read,
    get,
    handlers: {
      ...createRadarHandlers(deps),
      'agreements.list': async (input) => ({
        ...listAgreements(database, input, now()),
        syncedAt: deps.store.completedAt(input.filter.account, [AGREEMENTS_KIND]),
      }),
      'agreements.get': ({ account, agreementId, refresh }, { signal }) =>
        get(account, agreementId, { refresh, signal }),
      'agreements.import': ({ account, agreementId }, { signal }) => read(account, agreementId, signal),
      'agreements.sync': async ({ account, full }) => ({ jobId: sync(account, full).id }),
      'agreements.syncProblems': async ({ account }) => ({ problems: deps.store.problems(account, [AGREEMENTS_KIND]) }),
      async 'agreements.csv'({ filter, headings }, { signal }) {
        const found: AgreementSummary[] = [];
        for (const piece of eachAgreement(database, filter, now())) {
          found.push(...piece);
          await breathe(signal);
        }
        const text = formatAgreements(found, (account) => accounts.getSettings(account), headings);
        return {
          text,
          suggestedName: `agreements-${now().slice(0, 10)}.csv`,
          mediaType: 'text/csv',
          count: found.length,
        };
      },
    },
  };
}
