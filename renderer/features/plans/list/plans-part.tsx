import { useParams } from '@tanstack/react-router';
import { ImportPlan } from '../import/import-plan';
import { PlanEditor } from '../editor/plan-editor';
import { NewPlan } from './new-plan';
import { PlansList } from './plans-list';

/** The list of plans, one of them opened, or a new one being made. */
export function PlansPart() {
  const { id } = useParams({ strict: false }) as { readonly id?: string };
  if (id === 'new') return <NewPlan />;
  if (id === 'import') return <ImportPlan />;
  if (id !== undefined && Number(id) > 0) return <PlanEditor key={id} planId={Number(id)} />;
  return <PlansList />;
}
