import { Button, Group, Select, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OpenRegulation, RegulationSummary } from '#contract/regulation';
import { differencesOf, type Difference } from '#domain/regulation/differences';
import { PRESETS } from '#domain/regulation/presets/index';
import { PRESET_IDS } from '#domain/regulation/regulation';
import { RULES, SECTION_TITLES } from '#domain/regulation/rules';
import { queries } from '../../api/queries';
import { useAddressParts } from '../../routes/use-address-parts';
import { regulationTexts as words } from '../../text/regulation';
import type { Column } from '../../ui/data-table/data-table';
import { TableTools } from '../../ui/data-table/table-tools';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { versionLabel } from './version-words';

const columns: readonly Column<Difference>[] = [
  {
    key: 'section',
    title: words.columns.section,
    width: '12rem',
    value: ({ id }) => SECTION_TITLES[RULES[id].section],
  },
  { key: 'rule', title: words.columns.rule, width: '14rem', value: ({ id }) => RULES[id].title },
  { key: 'before', title: words.columns.before, value: ({ before }) => before },
  { key: 'after', title: words.columns.after, value: ({ after }) => after },
];

/** Two versions, or a version and a preset, rule by rule: было, стало. */
export function CompareRegulations(props: {
  readonly opened: OpenRegulation;
  readonly versions: readonly RegulationSummary[];
}) {
  const { opened, versions } = props;
  const [parts, setParts] = useAddressParts();
  const others = versions.filter(({ id }) => id !== opened.summary.id);
  const first = others.find(({ state }) => state === 'now') ?? others[0];
  const chosen = parts['with'] ?? (first === undefined ? opened.summary.preset : String(first.id));
  const preset = PRESET_IDS.find((id) => id === chosen);
  const otherId = Number(chosen);
  const other = useQuery({
    ...queries.regulation.open.queryOptions({ input: { id: otherId } }),
    enabled: preset === undefined,
  });
  const before = preset === undefined ? other.data?.document : PRESETS[preset];
  const differences = before && differencesOf(before, opened.document);
  return (
    <Page
      title={words.comparison}
      hint={opened.document.title}
      actions={
        <>
          <Select
            w="34rem"
            aria-label={words.compareWith}
            allowDeselect={false}
            data={[
              ...others.map((one) => ({ value: String(one.id), label: versionLabel(one) })),
              ...PRESET_IDS.map((id) => ({
                value: id,
                label: words.presetOption(words.presets[id]),
              })),
            ]}
            value={chosen}
            onChange={(value) => setParts({ with: value ?? undefined })}
          />
          <Button variant="default" onClick={() => setParts({ compare: undefined })}>
            {words.actions.back}
          </Button>
        </>
      }
      readOnly
    >
      <ErrorNotice error={other.error} />
      {differences === undefined && other.isPending && <Loading />}
      {differences?.length === 0 && <EmptyState title={words.same} text={words.sameText} />}
      {differences !== undefined && differences.length > 0 && (
        <>
          <Group justify="flex-end">
            <TableTools title={words.comparison} rows={differences} columns={columns} />
          </Group>
          <Table aria-label={words.comparison} withTableBorder stickyHeader layout="fixed">
            <Table.Thead>
              <Table.Tr>
                {columns.map(({ key, title, width }) => (
                  <Table.Th key={key} style={{ width }}>
                    {title}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {differences.map((row) => (
                <Table.Tr key={row.id}>
                  {columns.map(({ key, value }) => (
                    <Table.Td key={key} style={{ verticalAlign: 'top' }}>
                      {value(row)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </Page>
  );
}
