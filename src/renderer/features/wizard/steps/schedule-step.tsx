/** Step: when the buyer pays. Made by the utility, pasted, or typed; edited row by row. */
import SpaceBetween from '@cloudscape-design/components/space-between';
import Container from '@cloudscape-design/components/container';
import Grid from '@cloudscape-design/components/grid';
import { useEditor } from '../editor/context.ts';
import { InstallmentsField } from '../product/kind-field.tsx';
import { CashFlowChart } from '../schedule/cash-flow-chart.tsx';
import { ScheduleGenerator } from '../schedule/schedule-generator.tsx';
import { ScheduleTable } from '../schedule/schedule-table.tsx';

export function ScheduleStep() {
  const { draft } = useEditor();
  const { enabled, schedule } = draft.installments;
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
            <Grid gridDefinition={[{ colspan: { default: 12, l: 7 } }, { colspan: { default: 12, l: 5 } }]}>
              <ScheduleTable />
              <CashFlowChart />
            </Grid>
          )}
        </>
      )}
    </SpaceBetween>
  );
}
