import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ControlSchedule, ControlWork } from '#contract/control-works';
import type { WorkKind } from '#contract/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import { mayCall } from '../../api/procedure-meta';
import { useSession } from '../../api/session';
import { controlTexts as words } from '../../text/control-works';
import { notifyError } from '../../ui/notify';
import classes from './panel.module.css';
import { needsAttention } from './schedule-model';
import { orderOf, type WorksDesk } from './use-works';
import { WorkForm } from './work-form';

/** A deed whose refusal is told in the corner. */
const attempt = (deed: Promise<unknown>): void => void deed.catch(notifyError);

/** One work of the cell with what can be done with it. */
function WorkCard(props: {
  readonly work: ControlWork;
  readonly desk: WorksDesk;
  readonly onEdit: () => void;
}) {
  const { work, desk } = props;
  const { roles } = useSession();
  const plans = mayCall(roles, 'controlWorks.fix');
  const { problem } = work;
  const moved = problem?.kind === 'moved' ? problem : undefined;
  return (
    <article className={classes['card']} data-attention={needsAttention(work) || undefined}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <Text fw={600} size="sm">
          {words.workName(work)}
        </Text>
        <Badge
          color={work.held ? 'green' : work.fixed ? 'blue' : 'gray'}
          variant={work.fixed ? 'light' : 'outline'}
          style={{ flex: 'none' }}
        >
          {work.held ? words.held : work.fixed ? words.fixed : words.proposal}
        </Badge>
      </Group>
      <Text size="sm">
        {[words.lesson(work.lessonNumber), work.title].filter((part) => part !== '').join(' · ')}
      </Text>
      <Text size="xs" c="dimmed">
        {[
          work.page.teachers.map(({ name }) => name).join(', '),
          work.level === 'school' ? '' : words.form.levels[work.level],
          work.note,
          work.fixed || work.proposedBy === '' ? '' : words.proposedBy(work.proposedBy),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </Text>
      {problem !== null && <p className={classes['over']}>{words.problem(problem)}</p>}
      {work.over.map((one) => (
        <p key={`${one.className} ${one.limit}`} className={classes['over']}>
          {words.over(one)}
        </p>
      ))}
      {work.overWhy !== '' && <Text size="sm">{words.overWhy(work.overWhy)}</Text>}
      {!work.explained && <Text size="sm">{words.unexplained}</Text>}
      {work.mayChange && (
        <Group gap={4}>
          {moved && (
            <Button
              size="compact-sm"
              onClick={() =>
                attempt(
                  desk.change(work, {
                    ...orderOf(work),
                    date: moved.date,
                    lessonNumber: moved.number,
                  }),
                )
              }
            >
              {words.follow(moved.date, moved.number)}
            </Button>
          )}
          {plans && (
            <Button
              size="compact-sm"
              variant={work.fixed ? 'default' : 'filled'}
              onClick={() => attempt(desk.fix([work], !work.fixed))}
            >
              {work.fixed ? words.unfix : words.fix}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={props.onEdit}>
            {words.change}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => attempt(desk.remove(work))}>
            {words.remove}
          </Button>
        </Group>
      )}
    </article>
  );
}

/** What stands in a cell of the grid, and the form to add or change a work. */
export function CellPanel(props: {
  readonly schedule: ControlSchedule;
  readonly kinds: readonly WorkKind[];
  readonly span: { readonly from: IsoDate; readonly to: IsoDate };
  readonly classId: number;
  readonly date: IsoDate;
  /** A work that is to be changed at once, on another day than its own. */
  readonly moving: ControlWork | undefined;
  readonly desk: WorksDesk;
  readonly onClose: () => void;
}) {
  const { schedule, classId, date, moving, desk } = props;
  const { roles } = useSession();
  const plans = mayCall(roles, 'controlWorks.fix');
  const here = schedule.works.filter(
    (work) => work.date === date && work.page.classes.some(({ id }) => id === classId),
  );
  const pages = schedule.pages.filter(
    (page) => page.mayPropose && page.classes.some(({ id }) => id === classId),
  );
  const canAdd = pages.length > 0 && !schedule.closed;
  const [edited, setEdited] = useState<number | 'new' | null>(
    moving?.id ?? (here.length === 0 && canAdd ? 'new' : null),
  );
  const work = moving ?? here.find(({ id }) => id === edited);
  const name = schedule.classes.find(({ id }) => id === classId)?.name ?? '';
  const done = () => {
    if (moving !== undefined || here.length === 0) props.onClose();
    else setEdited(null);
  };
  return (
    <aside className={classes['panel']} aria-label={words.place(name, date)}>
      <Group justify="space-between" wrap="nowrap">
        <h2 className={classes['title']}>{words.place(name, date)}</h2>
        <ActionIcon variant="subtle" color="gray" aria-label={words.close} onClick={props.onClose}>
          <IconX size={16} />
        </ActionIcon>
      </Group>
      {edited === 'new' || work !== undefined ? (
        <WorkForm
          key={edited}
          work={work}
          pages={work === undefined ? pages : [work.page]}
          kinds={props.kinds}
          span={props.span}
          date={date}
          desk={desk}
          onDone={done}
        />
      ) : (
        <>
          {here.map((one) => (
            <WorkCard key={one.id} work={one} desk={desk} onEdit={() => setEdited(one.id)} />
          ))}
          {here.length === 0 && <Text c="dimmed">{words.noWorks}</Text>}
          {canAdd ? (
            <Button variant="default" onClick={() => setEdited('new')}>
              {plans ? words.add : words.propose}
            </Button>
          ) : (
            !plans && !schedule.closed && <Text c="dimmed">{words.notHere}</Text>
          )}
        </>
      )}
    </aside>
  );
}
