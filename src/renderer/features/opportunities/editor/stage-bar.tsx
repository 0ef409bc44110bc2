/** Where the deal stands on its way, and the steps that can be taken from there. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { lockOf } from '../../../../shared/domain/opportunity/fields.ts';
import { nextStage, stepStates } from '../../../../shared/domain/opportunity/stage.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { useOpportunity } from './context.ts';
import { FindingsOf } from './field.tsx';
import './stage-bar.css';
import { usePickText } from './use-pick-text.ts';

export function StageBar() {
  const t = useTexts('opportunity-editor');
  const pick = usePickText();
  const { draft, standing, dispatch, touch } = useOpportunity();
  const [closing, setClosing] = useState<'launched' | 'lost' | null>(null);
  const { stage } = draft.lifeCycle;
  const locked = lockOf('lifeCycle.stage', standing) !== null;
  const next = nextStage(stage);

  function choose(wanted: string): void {
    if (wanted === 'Launched') setClosing('launched');
    else dispatch({ type: 'stage', stage: wanted });
    touch('lifeCycle.stage');
  }

  return (
    <SpaceBetween size="xs">
      <Box>
        <ol className="stage-path" aria-label={t('field.lifeCycle.stage')} data-path="lifeCycle.stage">
          {stepStates(stage).map((step) => (
            <li key={step.stage} data-state={step.state}>
              <button
                type="button"
                disabled={locked}
                aria-current={step.state === 'current' ? 'step' : undefined}
                onClick={() => choose(step.stage)}
              >
                {pick('stage', step.stage)}
              </button>
            </li>
          ))}
        </ol>
      </Box>
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        {stage === 'Closed Lost' && (
          <Box color="text-status-error">
            {t('stage.lost', { reason: pick('closedLostReason', draft.lifeCycle.closedLostReason) })}
          </Box>
        )}
        {next && !locked && (
          <Button onClick={() => choose(next)}>{t('stage.next', { stage: pick('stage', next) })}</Button>
        )}
        {!locked && stage !== 'Closed Lost' && standing !== null && (
          <Button onClick={() => setClosing('lost')}>{t('stage.closeLost')}</Button>
        )}
      </SpaceBetween>
      <FindingsOf path="lifeCycle.stage" />
      {closing && <CloseDialog outcome={closing} onClose={() => setClosing(null)} />}
    </SpaceBetween>
  );
}
