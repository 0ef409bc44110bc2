/** Step: when the buyer pays. Made by the utility, pasted, or typed; edited row by row. */
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Container from '@cloudscape-design/components/container';
import Grid from '@cloudscape-design/components/grid';
import { resaleOf } from '../../../../shared/domain/offer/received-authorization.ts';
import { useEditor } from '../editor/context.ts';
import { InstallmentsField } from '../product/kind-field.tsx';
import { CashFlowChart } from '../schedule/cash-flow-chart.tsx';
import { ScheduleGenerator } from '../schedule/schedule-generator.tsx';
import { ScheduleTable } from '../schedule/schedule-table.tsx';

export function ScheduleStep() {
  const { draft } = useEditor();
  const { enabled, schedule } = draft.installments;
  // Dates and grants are the authorization's: only the amounts are the partner's own.
  if (resaleOf(draft)) return <ScheduleTable />;
  return (
    <SpaceBetween size="l">
      <Container>
        <InstallmentsField />
      </Container>
      {enabled && (
        <>
          <ScheduleGenerator />
          {schedule.length === 0 ? (
            <ScheduleTable />
          ) : (
            // The grid's own margins reach into its neighbours.
            <Box padding={{ vertical: 'm' }}>
              <Grid gridDefinition={[{ colspan: { default: 12, s: 8 } }, { colspan: { default: 12, s: 4 } }]}>
                <ScheduleTable />
                <CashFlowChart />
              </Grid>
            </Box>
          )}
        </>
      )}
    </SpaceBetween>
  );
}
