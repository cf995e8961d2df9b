import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowForwardUp,
  IconArrowUp,
  IconDots,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { PlanData } from '#contract/plans';
import { core } from '../../../api/clients';
import { ConnectionError } from '../../../api/connect';
import { queries } from '../../../api/queries';
import { refusalOf } from '../../../api/refusal';
import { useAddressParts } from '../../../routes/use-address-parts';
import { plansTexts } from '../../../text/plans';
import { confirm } from '../../../ui/confirm';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import { DocumentPage } from '../../../ui/document-view/document-view';
import { notifyDone, notifyError } from '../../../ui/notify';
import { Page } from '../../../ui/page';
import { createPlanBook, type PlanBook } from './plan-book';
import { PlanGrid } from './plan-grid';
import classes from './plan-grid.module.css';
import { PagesButton, refreshPlans, Sums } from './plan-head';
import { PlanStrip } from './plan-strip';
import { createPlanSaver, type PlanSaver, type SaveFailure } from './plan-saver';

const words = plansTexts.editor;

/** A conflict asks the person; a declared refusal keeps what was typed on the screen; else again. */
function failureOf(error: unknown): SaveFailure {
  if (error instanceof ConnectionError) return { kind: 'unsent' };
  const refusal = refusalOf(error);
  if (refusal?.code === 'CONFLICT') {
    const current = refusal.data.current as { readonly version?: number } | null;
    return { kind: 'conflict', version: current?.version ?? 0 };
  }
  const final = ['FORBIDDEN', 'NOT_FOUND', 'INVALID'].includes(refusal?.code ?? '');
  return { kind: final ? 'refused' : 'unsent' };
}

/** The plan opened for work: its sheet and what saves it. */
function openBook(data: PlanData): { readonly book: PlanBook; readonly saver: PlanSaver } {
  const book = createPlanBook(
    data.rows.map(([, section, topic, hours, kind, homework, resources, used]) => ({
      section,
      topic,
      hours,
      kind,
      homework,
      resources,
      used: used > 0,
    })),
  );
  const saver = createPlanSaver(
    book,
    { version: data.version, title: data.title, ids: data.rows.map(([id]) => id) },
    {
      send: (plan, requestId) => core.plans.save({ planId: data.id, ...plan, requestId }),
      failureOf,
      newId: () => crypto.randomUUID(),
    },
  );
  return { book, saver };
}

const Tool = (props: {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) => (
  <Tooltip label={props.label}>
    <ActionIcon
      variant="default"
      aria-label={props.label}
      disabled={props.disabled === true}
      onClick={props.onClick}
    >
      {props.children}
    </ActionIcon>
  </Tooltip>
);

function Opened(props: {
  readonly data: PlanData;
  readonly onReload: () => void;
  readonly onPrint: () => void;
}) {
  const { data } = props;
  const navigate = useNavigate();
  const [{ book, saver }] = useState(() => openBook(data));
  const { title } = useSyncExternalStore(saver.subscribe, saver.state);
  const readOnly = !data.canEdit;
  useEffect(
    () => () => {
      saver.flush();
      // What the list and the layouts show is counted anew when they are opened.
      setTimeout(() => void refreshPlans(), 300);
    },
    [saver],
  );
  const remove = async () => {
    if (!(await confirm(words.removeQuestion(data.title)))) return;
    try {
      const { version } = await core.plans.open({ planId: data.id });
      await core.plans.remove({ planId: data.id, version });
      notifyDone(words.removed);
      await navigate({ to: '/plans/list' });
      await refreshPlans();
    } catch (error) {
      notifyError(error);
    }
  };
  const { subjectName, grade, author } = data;
  return (
    <Page
      title={words.title(subjectName, grade)}
      hint={readOnly ? words.readOnly(author) : words.author(author)}
      actions={
        readOnly ? (
          <Button variant="default" onClick={props.onPrint}>
            {words.print}
          </Button>
        ) : (
          <>
            <Tool label={words.insertBelow} onClick={() => book.insert('below')}>
              <IconPlus size={16} />
            </Tool>
            <Tool label={words.remove} onClick={book.remove}>
              <IconTrash size={16} />
            </Tool>
            <Tool label={words.up} onClick={() => book.shift(-1)}>
              <IconArrowUp size={16} />
            </Tool>
            <Tool label={words.down} onClick={() => book.shift(1)}>
              <IconArrowDown size={16} />
            </Tool>
            <Tool label={words.undo} onClick={book.undo}>
              <IconArrowBackUp size={16} />
            </Tool>
            <Tool label={words.redo} onClick={book.redo}>
              <IconArrowForwardUp size={16} />
            </Tool>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="default" aria-label={words.more}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={props.onPrint}>{words.print}</Menu.Item>
                <Menu.Item color="red" onClick={() => void remove()}>
                  {words.removePlan}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        )
      }
    >
      <div className={classes['bar']}>
        {!readOnly && (
          <TextInput
            aria-label={words.name}
            size="xs"
            w="18rem"
            maxLength={200}
            value={title}
            onChange={(event) => saver.setTitle(event.currentTarget.value)}
          />
        )}
        <PagesButton data={data} />
        <Sums book={book} data={data} />
      </div>
      <PlanGrid book={book} readOnly={readOnly} />
      <PlanStrip book={book} saver={saver} onTakeOther={props.onReload} />
    </Page>
  );
}

/** A plan as a sheet that is filled by the keyboard and saves itself (K1, K2). */
export function PlanEditor({ planId }: { readonly planId: number }) {
  const [turn, setTurn] = useState(0);
  const [parts, setParts] = useAddressParts();
  const plan = useQuery({
    ...queries.plans.open.queryOptions({ input: { planId } }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const { data } = plan;
  if (plan.isPending) return <Loading />;
  if (data === undefined) {
    return (
      <Page title={plansTexts.title}>
        <ErrorNotice error={plan.error} onRetry={() => void plan.refetch()} />
      </Page>
    );
  }
  const reload = async () => {
    await plan.refetch();
    setTurn((now) => now + 1);
  };
  if (parts['paper'] === 'yes') {
    return (
      <DocumentPage
        title={data.title}
        label={words.label}
        view={queries.plans.planSheet.queryOptions({ input: { planId } })}
        save={(place) => core.plans.savePlanSheet({ planId, ...place })}
        actions={
          <Button
            variant="default"
            onClick={() => void reload().then(() => setParts({ paper: undefined }))}
          >
            {words.back}
          </Button>
        }
      />
    );
  }
  return (
    <Opened
      key={turn}
      data={data}
      onReload={() => void reload()}
      onPrint={() => setParts({ paper: 'yes' })}
    />
  );
}
