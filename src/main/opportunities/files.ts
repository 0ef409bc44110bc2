/** Opportunities as YAML files: exported, checked with the line of each finding, taken in as drafts. */
import { stringify } from 'yaml';
import { z } from 'zod';
import { hasUnsentEdits } from '../../shared/domain/opportunity/auto-share.ts';
import type { OpportunityDraft } from '../../shared/domain/opportunity/draft.ts';
import { fromOpportunityFile, opportunityFileSchema, toOpportunityFile } from '../../shared/domain/opportunity/file.ts';
import { isBlockingOpportunity } from '../../shared/domain/opportunity/lint/index.ts';
import { isShared } from '../../shared/domain/opportunity/stage.ts';
import { toSendSteps } from '../../shared/domain/opportunity/steps.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { Handlers } from '../handlers.ts';
import type { AccountSource } from '../sources.ts';
import { checkFile, readYaml } from '../versions/read-file.ts';
import type { OpportunityDrafts } from './drafts/index.ts';

type FileMethod = Extract<keyof Handlers, `opportunities.files.${string}`>;

interface FileDependencies {
  readonly accounts: AccountSource;
  readonly drafts: OpportunityDrafts;
}

/** The schema as it is published in docs/schemas. */
export function opportunitySchemaJson(): string {
  return `${JSON.stringify(z.toJSONSchema(opportunityFileSchema, { io: 'input' }), null, 2)}\n`;
}

export function createOpportunityFiles({ accounts, drafts }: FileDependencies): Pick<Handlers, FileMethod> {
  async function read(account: string, text: string, signal: AbortSignal) {
    const file = readYaml(text);
    const content = checkFile(file, opportunityFileSchema);
    const held = content.changes === undefined ? null : await drafts.read(account, content.changes, signal);
    return { file, document: fromOpportunityFile(content, held) };
  }

  function check(account: string, document: OpportunityDraft, share: boolean) {
    const record = { id: '', account, revision: 0, name: document.name, productTitle: null, changeId: null };
    const findings = drafts.check({ ...record, createdAt: '', updatedAt: '', document });
    const intent = share ? 'share' : 'save';
    return findings.map((finding) => ({ ...finding, blocking: isBlockingOpportunity(finding, intent) }));
  }

  return {
    'opportunities.files.schema': async () => ({ json: opportunitySchemaJson() }),
    async 'opportunities.files.export'({ account, opportunityId }, { signal }) {
      const draft = drafts.held(account, opportunityId) ?? (await drafts.read(account, opportunityId, signal));
      return {
        text: stringify(toOpportunityFile(draft), { lineWidth: 0, aliasDuplicateObjects: false }),
        suggestedName: `${opportunityId}.opportunity.yaml`,
        mediaType: 'application/yaml',
      };
    },
    async 'opportunities.files.check'({ account, text, share }, { signal }) {
      const { awsAccountId } = accounts.getSettings(account);
      const { file, document } = await read(account, text, signal);
      const catalog = drafts.catalogOf(account);
      const shares = share && !isShared(document);
      return {
        name: document.name,
        awsAccountId,
        catalog,
        opportunityId: document.target?.opportunityId ?? null,
        share: shares,
        findings: check(account, document, shares).map((finding) => ({
          ...finding,
          place: file.placeOf(['opportunity', ...finding.path.split('.')]),
        })),
        steps: toSendSteps(document, catalog, shares).map(({ operation, request }) => ({
          operation,
          json: JSON.stringify(request, null, 2),
        })),
      };
    },
    async 'opportunities.files.import'({ account, text }, { signal }) {
      accounts.getSettings(account);
      const { document } = await read(account, text, signal);
      const open = document.target ? drafts.findOpen(account, document.target.opportunityId) : null;
      if (open && hasUnsentEdits(open.document)) fail('draft-changed', { params: { name: open.name } });
      const stored = open
        ? drafts.store.save(open.id, open.revision, document)
        : drafts.store.insert(account, document);
      drafts.changed(stored);
      return { draftId: stored.id, revision: stored.revision };
    },
  };
}
