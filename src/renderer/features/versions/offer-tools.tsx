/** More that can be done with an offer: compare its versions, make a template of it, save it as a file. */
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../../i18n/context.tsx';
import { SaveTemplateDialog } from './templates/save-template-dialog.tsx';
import { useExportFile } from './use-export-file.ts';

interface OfferToolsProps {
  readonly account: string;
  readonly offerId: string;
  readonly name: string;
}

export function OfferTools({ account, offerId, name }: OfferToolsProps) {
  const t = useTexts('versions');
  const navigate = useNavigate();
  const [isSaving, setSaving] = useState(false);
  const exportFile = useExportFile();
  return (
    <>
      <ButtonDropdown
        items={[
          { id: 'versions', text: t('tools.versions') },
          { id: 'template', text: t('tools.template') },
          { id: 'file', text: t('tools.file') },
        ]}
        onItemClick={({ detail }) => {
          if (detail.id === 'versions') {
            void navigate(`/versions/${encodeURIComponent(account)}/Offer/${encodeURIComponent(offerId)}`);
          } else if (detail.id === 'template') setSaving(true);
          else exportFile({ kind: 'offer', account, offerId });
        }}
      >
        {t('tools.more')}
      </ButtonDropdown>
      {isSaving && (
        <SaveTemplateDialog from={{ kind: 'offer', account, offerId }} name={name} onClose={() => setSaving(false)} />
      )}
    </>
  );
}
