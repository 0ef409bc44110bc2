/** Recomputes the log's chain and says what came of it. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { MethodOutput } from '../../../shared/contract/index.ts';
import { useCallMutation } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { CopyValue } from '../../components/copy-value.tsx';
import { useTexts } from '../../i18n/context.tsx';

export function VerifyButton() {
  const t = useTexts('history');
  const common = useTexts('common');
  const [open, setOpen] = useState(false);
  const verify = useCallMutation('history.verify');
  return (
    <>
      <Button loading={verify.isPending} onClick={() => verify.mutate({}, { onSettled: () => setOpen(true) })}>
        {t('verify.open')}
      </Button>
      <Modal
        visible={open}
        header={t('verify.title')}
        onDismiss={() => setOpen(false)}
        footer={
          <Box float="right">
            <Button variant="primary" onClick={() => setOpen(false)}>
              {common('close')}
            </Button>
          </Box>
        }
      >
        {verify.error && <AppErrorView error={verify.error} />}
        {verify.data && <Proof proof={verify.data} />}
      </Modal>
    </>
  );
}

function Proof({ proof: { entries, brokenAt, head } }: { proof: MethodOutput<'history.verify'> }) {
  const t = useTexts('history');
  if (brokenAt !== null) return <Alert type="error">{t('verify.broken', { seq: brokenAt })}</Alert>;
  return (
    <SpaceBetween size="m">
      <Alert type="success">{t('verify.whole', { count: entries })}</Alert>
      {head !== null && (
        <SpaceBetween size="xs">
          <Box>{t('verify.headSays')}</Box>
          <CopyValue text={head} label={t('verify.copyHead')} />
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
