import { Group, NumberInput, Popover } from '@mantine/core';
import { useCallback, useState } from 'react';
import { PLAIN_ASSIGNMENT } from '#domain/journal/assigned-work';
import { journalTexts } from '../../../text/journal';
import { useDesk, useTopic } from '../hooks';
import { sameWork, workKey } from '../store/keys';
import type { Work } from '../store/page-commands';
import { editWithUndo } from '../store/undo';
import type { KindMenu as Asked } from '../desk/desk-type';
import { FilterList } from './filter-list';

function Choice({ asked, onDone }: { readonly asked: Asked; readonly onDone: () => void }) {
  const desk = useDesk();
  const { store } = desk;
  const key = workKey(asked.lessonId, asked.position);
  const now = store.works.get(key).shown;
  const [weight, setWeight] = useState<number | undefined>();
  function choose(kindId: number): void {
    const kind = store.model.workKinds.find(({ id }) => id === kindId);
    if (kind === undefined) return;
    const work: Work = {
      ...PLAIN_ASSIGNMENT,
      title: '',
      ...now,
      kindId,
      weight: weight ?? kind.weight,
    };
    desk.record(editWithUndo(store.works, sameWork, key, work));
    desk.chooseWork(asked.lessonId, asked.position);
    onDone();
  }
  return (
    <>
      <FilterList
        label={journalTexts.findKind}
        options={store.model.workKinds
          .filter(({ archived, id }) => !archived || id === now?.kindId)
          .map((kind) => ({
            id: kind.id,
            text: kind.name,
            hint: `${kind.shortName}, ${journalTexts.weightShort} ${kind.weight}`,
          }))}
        chosen={now?.kindId}
        onChoose={choose}
      />
      <Group gap="xs" mt="xs" wrap="nowrap">
        <NumberInput
          label={journalTexts.weight}
          w={90}
          min={0}
          max={100}
          allowDecimal={false}
          placeholder={now === null ? '' : String(now.weight)}
          value={weight ?? ''}
          onChange={(value) => setWeight(typeof value === 'number' ? value : undefined)}
          onBlur={() => {
            if (weight === undefined || now === null) return;
            desk.record(editWithUndo(store.works, sameWork, key, { ...now, weight }));
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            const first = store.model.workKinds.find(({ archived }) => !archived);
            const kindId = now?.kindId ?? first?.id;
            if (kindId !== undefined) choose(kindId);
          }}
        />
      </Group>
    </>
  );
}

/** The kind and weight of a column's work, chosen once for the whole column. */
export function KindMenu(props: { readonly onClosed: () => void }) {
  const desk = useDesk();
  const asked = useTopic(
    desk.store.topics,
    'menu',
    useCallback(() => desk.kindMenu(), [desk]),
  );
  const close = () => {
    desk.openKindMenu(undefined);
    props.onClosed();
  };
  if (asked === undefined) return null;
  const header = document.querySelector(`[role="columnheader"][data-col="${desk.cursor().col}"]`);
  const box = header?.getBoundingClientRect();
  return (
    <Popover opened onDismiss={close} width={340} position="bottom-start" trapFocus>
      <Popover.Target>
        <span
          aria-hidden
          style={{ position: 'fixed', left: box?.left ?? 300, top: box?.bottom ?? 150 }}
        />
      </Popover.Target>
      <Popover.Dropdown
        p="xs"
        aria-label={journalTexts.chooseKind}
        aria-labelledby={undefined}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
        }}
      >
        <Choice key={`${asked.lessonId}:${asked.position}`} asked={asked} onDone={close} />
      </Popover.Dropdown>
    </Popover>
  );
}
