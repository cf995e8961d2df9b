import type { PeoplePreview } from '#contract/import-people';
import { FIELDS_OF_KIND, type PeopleKind } from '#domain/import/people/person-field';
import type { PeopleColumns } from '#domain/import/people/person-row';
import { fieldText } from '../../text/import-people';
import { importTexts } from '../../text/imports';
import { FileColumnsTable } from './file-columns';

const words = importTexts.people;

/** What a column may hold, the parents' parts under the parent. */
function options(kind: PeopleKind) {
  const groups = Map.groupBy(FIELDS_OF_KIND[kind], (field) => fieldText(field, kind).group);
  return [...groups].map(([group, fields]) => ({
    group,
    items: fields.map((value) => ({ value, label: fieldText(value, kind).label })),
  }));
}

/** What the columns of a list of people hold. */
export const ColumnsTable = (props: {
  readonly kind: PeopleKind;
  readonly preview: Pick<PeoplePreview, 'columns' | 'firstDataRow'>;
  readonly onChange: (columns: PeopleColumns) => void;
}) => (
  <FileColumnsTable
    hint={words.columnsHint}
    groups={options(props.kind)}
    preview={props.preview}
    onChange={props.onChange}
  />
);
