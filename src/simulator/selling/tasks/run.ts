/** Ends a task when its time has come. */
import type { SellingContext } from '../context.ts';
import { runAcceptance } from './acceptance-task.ts';
import { runLead } from './lead-task.ts';
import { runSubmission } from './submission-task.ts';

export function runTask(id: string, context: SellingContext): void {
  const task = context.shared.tasks.get(id);
  if (task?.status !== 'IN_PROGRESS') return;
  if (task.kind === 'acceptance') runAcceptance(task, context);
  else if (task.kind === 'submission') runSubmission(task, context);
  else runLead(task, context);
}
