/** Everything shown in one language: our topics and the kit's own texts; one chunk of the build. */
import kit from '@cloudscape-design/components/i18n/messages/all.ja';
import type { CatalogueModule } from '../catalogue.ts';

const files = import.meta.glob<Record<string, unknown>>('../ja/*.json', { eager: true, import: 'default' });

export const catalogue: CatalogueModule = { files, kit };
