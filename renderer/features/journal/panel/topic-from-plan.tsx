import { Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { queries } from '../../../api/queries';
import { queryClient } from '../../../api/query-client';
import { journalTexts } from '../../../text/journal';
import type { Desk } from '../desk/desk-type';
import { FilterList } from '../head/filter-list';
import { useDesk, useTopic } from '../hooks';
import classes from './panel.module.css';

const words = journalTexts.plan;

/** Asks for the page's plan once the page is shown, and again when somebody took a topic of it. */
export function usePagePlan(desk: Desk | undefined, pageId: number): void {
  const { data } = useQuery({
    ...queries.plans.nextTopics.queryOptions({ input: { pageId } }),
    staleTime: 0,
    enabled: desk !== undefined,
  });
  useEffect(() => desk?.plan.set(data), [desk, data]);
  useEffect(
    () =>
      desk?.store.topics.subscribe(
        'taken',
        () =>
          void queryClient.invalidateQueries({
            queryKey: queries.plans.nextTopics.key({ input: { pageId } }),
          }),
      ),
    [desk, pageId],
  );
}

function Choice(props: {
  readonly lessonId: number;
  readonly beside: boolean;
  readonly onDone: () => void;
}) {
  const desk = useDesk();
  const { store, plan } = desk;
  const rows = plan.get()?.rows ?? [];
  const own = store.lessons.get(String(props.lessonId)).shown.planRows;
  const next = plan.offered(props.lessonId)?.rowIds[0];
  return (
    <FilterList
      label={words.find}
      options={rows.map(([id, ordinal, topic, hours, , , given]) => ({
        id,
        text: `${ordinal}. ${topic}`,
        ...(given >= hours && { hint: words.given }),
      }))}
      chosen={own.at(-1) ?? next}
      onChoose={(rowId) => {
        desk.record(...plan.choose(props.lessonId, rowId, props.beside).changes);
        props.onDone();
      }}
    />
  );
}

/** Below the topic: what the plan has for this lesson, taken by one key; another one from the list. */
export function TopicFromPlan(props: { readonly lessonId: number }) {
  const desk = useDesk();
  const { store, plan } = desk;
  const { lessonId } = props;
  const data = useTopic(
    store.topics,
    'plan',
    useCallback(() => plan.get(), [plan]),
  );
  const { shown } = useTopic(
    store.topics,
    `lesson:${lessonId}`,
    useCallback(() => store.lessons.get(String(lessonId)), [store, lessonId]),
  );
  const [choosing, setChoosing] = useState<'other' | 'beside' | null>(null);
  const { page, mayWrite } = store.model;
  if (data === undefined || data === null || !page.canEdit || !mayWrite(lessonId)) return null;
  const offer = shown.topic === '' ? plan.offered(lessonId) : undefined;
  const close = () => setChoosing(null);
  const held = offer?.rowIds ?? shown.planRows;
  const resources = data.rows
    .filter(([id]) => held.includes(id))
    .flatMap(([, , , , , , , own]) => own || [])
    .join('; ');
  return (
    <div className={classes['fromPlan']}>
      {offer && (
        <button
          type="button"
          className={classes['offer']}
          title={words.take}
          onClick={() => desk.act({ do: 'planTopic' })}
        >
          <span className={classes['ordinal']}>{words.lesson(offer.ordinal)}</span> {offer.topic}
        </button>
      )}
      <span className={classes['links']}>
        {offer === undefined && shown.topic === '' && (
          <span className={classes['dim']}>{words.problem.planOver}</span>
        )}
        <button type="button" className={classes['link']} onClick={() => setChoosing('other')}>
          {words.other}
        </button>
        {shown.planRows.length > 0 && (
          <button type="button" className={classes['link']} onClick={() => setChoosing('beside')}>
            {words.beside}
          </button>
        )}
      </span>
      {resources !== '' && <span className={classes['dim']}>{words.resources(resources)}</span>}
      <Popover
        opened={choosing !== null}
        onDismiss={close}
        width={420}
        position="left-start"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <span aria-hidden />
        </Popover.Target>
        <Popover.Dropdown
          p="xs"
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          {choosing !== null && (
            <Choice lessonId={lessonId} beside={choosing === 'beside'} onDone={close} />
          )}
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

/** «урок 34» beside the label, where the lesson is held by a line of the plan; else the key. */
export function topicAside(desk: Desk, lessonId: number): string {
  const plan = desk.plan.get();
  if (plan === undefined || plan === null) return '';
  const { topic, planRows } = desk.store.lessons.get(String(lessonId)).shown;
  const ordinals = plan.rows.filter(([id]) => planRows.includes(id)).map(([, ordinal]) => ordinal);
  if (ordinals.length > 0) return words.lessons(ordinals);
  const offered = topic === '' && desk.plan.offered(lessonId) !== undefined;
  const { page, mayWrite } = desk.store.model;
  return offered && page.canEdit && mayWrite(lessonId) ? words.key : '';
}
