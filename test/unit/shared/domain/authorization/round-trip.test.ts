import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAuthorizations } from '../../../../../src/shared/domain/authorization/compare.ts';
import { compileAuthorization } from '../../../../../src/shared/domain/authorization/compile.ts';
import { asNewAuthorization, parseAuthorization } from '../../../../../src/shared/domain/authorization/parse.ts';
import { preflightAuthorization } from '../../../../../src/shared/domain/authorization/preflight/index.ts';
import { OFFER_KINDS } from '../../../../../src/shared/domain/offer/draft.ts';
import { authorizationContext, validAuthorization } from '../../../../support/authorization-drafts.ts';
import { describeAuthorizationTwin } from '../../../../support/describe-authorization-twin.ts';

const documents = { eula: 'https://b.example/eula.pdf', resellerContract: 'https://b.example/contract.pdf' };
const entity = { id: 'resaleauthz-sampleauthz1', revision: '1' };

describe.each(OFFER_KINDS.filter((kind) => kind !== 'saas-free-trial'))(
  'what AWS holds of a %s authorization',
  (kind) => {
    it('compiles to the same request again, compares as equal, and passes preflight', () => {
      fc.assert(
        fc.property(validAuthorization(kind), ({ draft, product, today }) => {
          const findings = preflightAuthorization(draft, product, authorizationContext(today));
          expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
          const options = {
            intent: 'release',
            reseller: draft.resellers[0] ?? '',
            documents,
            changeSetName: 'x',
          } as const;
          const sent = compileAuthorization(draft, product, options);
          expect(sent.ChangeSet.length).toBeLessThanOrEqual(20);
          const held = parseAuthorization(describeAuthorizationTwin(sent), entity, product);
          expect(held.kind).toBe(kind);
          expect(held.target).toBeNull();
          expect(held.carried).toEqual({ terms: [], rules: [], members: [] });
          expect(compareAuthorizations(draft, held)).toEqual([]);
          const withContract = {
            ...asNewAuthorization(held),
            resellerContract:
              held.resellerContract.kind === 'held-by-aws' ? draft.resellerContract : held.resellerContract,
          };
          expect(compileAuthorization(withContract, product, options)).toEqual(sent);
        }),
        { numRuns: 40 },
      );
    });
  },
);

describe('a draft at AWS', () => {
  it('is pointed at, and only what differs is sent', () => {
    const [found] = fc.sample(validAuthorization('saas-contract', { installments: true }), { numRuns: 1, seed: 7 });
    if (!found) throw new Error('nothing generated');
    const { product } = found;
    const draft = { ...found.draft, eula: { kind: 'standard', version: '2022-07-14' } as const };
    const base = {
      reseller: draft.resellers[0] ?? '',
      documents: { eula: null, resellerContract: null },
      changeSetName: 'x',
    };
    const sent = compileAuthorization(draft, product, { ...base, intent: 'draft' });
    expect(sent.ChangeSet.map(({ ChangeType }) => ChangeType)).not.toContain('ReleaseResaleAuthorization');
    const held = parseAuthorization(describeAuthorizationTwin(sent), entity, product);
    expect(held.target).toEqual({ authorizationId: entity.id, revision: '1', state: 'Draft' });
    const renamed = { ...held, name: 'Another name' };
    const update = compileAuthorization(renamed, product, { ...base, intent: 'release', held });
    expect(update.ChangeSet).toEqual([
      {
        ChangeType: 'UpdateInformation',
        Entity: { Type: 'ResaleAuthorization@1.0', Identifier: 'resaleauthz-sampleauthz1@1' },
        DetailsDocument: { Name: 'Another name' },
      },
      {
        ChangeType: 'ReleaseResaleAuthorization',
        Entity: { Type: 'ResaleAuthorization@1.0', Identifier: 'resaleauthz-sampleauthz1@1' },
        DetailsDocument: {},
      },
    ]);
  });
});
