/** More that can be done with a draft: compare, keep it as it stands, make a template of it, save it as a file. */
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../../i18n/context.tsx';
import { KeepVersionDialog } from './keep-version-dialog.tsx';
import { SaveTemplateDialog } from './templates/save-template-dialog.tsx';
import { useExportFile } from './use-export-file.ts';

interface DraftToolsProps {
  readonly account: string;
  readonly draftId: string;
  readonly name: string;
  /** Saves what has just been typed; true when it is on disk. */
  flush(): Promise<boolean>;
}

export function DraftTools({ account, draftId, name, flush }: DraftToolsProps) {
  const t = useTexts('versions');
  const navigate = useNavigate();
  const [open, setOpen] = useState<'keep' | 'template' | null>(null);
  const exportFile = useExportFile();
  const run = (id: string) => {
    if (id === 'compare')
      void navigate(`/versions/${encodeURIComponent(account)}/Draft/${encodeURIComponent(draftId)}`);
    else if (id === 'file') exportFile({ kind: 'draft', id: draftId });
    else setOpen(id === 'keep' ? 'keep' : 'template');
  };
  return (
    <>
      <ButtonDropdown
        variant="normal"
        items={[
          { id: 'compare', text: t('tools.compare') },
          { id: 'keep', text: t('tools.keep') },
          { id: 'template', text: t('tools.template') },
          { id: 'file', text: t('tools.file') },
        ]}
        onItemClick={({ detail }) => void flush().then((saved) => saved && run(detail.id))}
      >
        {t('tools.more')}
      </ButtonDropdown>
      {open === 'keep' && <KeepVersionDialog draftId={draftId} onClose={() => setOpen(null)} />}
      {open === 'template' && (
        <SaveTemplateDialog from={{ kind: 'draft', id: draftId }} name={name} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
