import type { PlanFilePreview } from '#contract/plan-files';
import { PLAN_FIELDS, type PlanColumns } from '#domain/import/plans/plan-columns';
import { plansTexts } from '../../../text/plans';
import { FileColumnsTable } from '../../import/file-columns';

const words = plansTexts.import;
const GROUPS = [
  { group: '', items: PLAN_FIELDS.map((value) => ({ value, label: words.fields[value] })) },
];

/** What the columns of a plan hold. */
export const PlanColumnsTable = (props: {
  readonly preview: Pick<PlanFilePreview, 'columns' | 'firstDataRow'>;
  readonly onChange: (columns: PlanColumns) => void;
}) => (
  <FileColumnsTable
    hint={words.columnsHint}
    groups={GROUPS}
    preview={props.preview}
    onChange={props.onChange}
  />
);
