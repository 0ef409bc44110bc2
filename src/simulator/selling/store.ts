/** The records of the Selling service, apart by account and catalog. */
import { Partition, type SortKeys } from './partition.ts';
import type { Catalog, OpportunityRecord, SellingState, SolutionRecord, TagRecord, TokenUse } from './model.ts';

const OPPORTUNITY_ORDERS: SortKeys<OpportunityRecord> = {
  LastModifiedDate: ({ modifiedAt }) => modifiedAt,
  // Numbers of equal length come in the order of their text.
  Identifier: ({ id }) => id.padStart(24, ' '),
  CustomerCompanyName: ({ content }) => content.Customer?.Account?.CompanyName ?? '',
  CreatedDate: ({ createdAt }) => createdAt,
  TargetCloseDate: ({ content }) => content.LifeCycle.TargetCloseDate ?? '',
};

const SOLUTION_ORDERS: SortKeys<SolutionRecord> = {
  Identifier: ({ id }) => id.padStart(24, ' '),
  Name: ({ name }) => name,
  Status: ({ status }) => status,
  Category: ({ category }) => category,
  CreatedDate: ({ createdAt }) => createdAt,
};

interface Held {
  readonly owner: string;
  readonly catalog: Catalog;
}

export class SellingStore {
  readonly #opportunities = new Map<string, Partition<OpportunityRecord>>();
  readonly #solutions = new Map<string, Partition<SolutionRecord>>();
  readonly tags = new Map<string, TagRecord>();
  readonly tokens = new Map<string, TokenUse>();
  #lastNumber = 0;

  constructor(state: SellingState) {
    this.load(state);
  }

  opportunities(held: Held): Partition<OpportunityRecord> {
    return partition(this.#opportunities, held, OPPORTUNITY_ORDERS);
  }

  solutions(held: Held): Partition<SolutionRecord> {
    return partition(this.#solutions, held, SOLUTION_ORDERS);
  }

  put(record: OpportunityRecord): void {
    this.opportunities(record).put(record);
  }

  /** Looks in every account and catalog: for what AWS does, not for what a partner may see. */
  find(id: string): OpportunityRecord | undefined {
    for (const held of this.#opportunities.values()) {
      const record = held.get(id);
      if (record) return record;
    }
    return undefined;
  }

  everyOpportunity(): OpportunityRecord[] {
    return [...this.#opportunities.values()].flatMap((held) => [...held.values()]);
  }

  nextOpportunityId(): string {
    this.#lastNumber += 1;
    return `O${this.#lastNumber}`;
  }

  save(): SellingState {
    return {
      opportunities: this.everyOpportunity(),
      solutions: [...this.#solutions.values()].flatMap((held) => [...held.values()]),
      tags: [...this.tags.values()],
      tokens: Object.fromEntries(this.tokens),
      lastNumber: this.#lastNumber,
    };
  }

  load(state: SellingState): void {
    this.#opportunities.clear();
    this.#solutions.clear();
    this.tags.clear();
    this.tokens.clear();
    for (const record of state.opportunities) this.opportunities(record).put(record);
    for (const solution of state.solutions) this.solutions(solution).put(solution);
    for (const tagged of state.tags) this.tags.set(tagged.arn, tagged);
    for (const [key, use] of Object.entries(state.tokens)) this.tokens.set(key, use);
    this.#lastNumber = state.lastNumber;
  }
}

function partition<T extends { readonly id: string }>(
  all: Map<string, Partition<T>>,
  { owner, catalog }: Held,
  keys: SortKeys<T>,
): Partition<T> {
  const key = `${owner} ${catalog}`;
  const known = all.get(key);
  if (known) return known;
  const made = new Partition(keys);
  all.set(key, made);
  return made;
}
