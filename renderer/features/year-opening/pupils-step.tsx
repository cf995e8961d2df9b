import { Button, Group, MultiSelect, Select, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { OpeningState, YearEnd, YearEndClass, YearEndPupil } from '#contract/year-opening';
import type { IsoDate } from '#domain/calendar/iso-date';
import { YEAR_END_KINDS } from '#domain/year-opening/pupil-decisions';
import { mayRun } from '#domain/year-opening/steps';
import { core } from '../../api/clients';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { useSession } from '../../api/session';
import { yearOpeningTexts } from '../../text/year-opening';
import { DateField } from '../../ui/date-field/date-field';
import { ErrorNotice } from '../../ui/error-notice';
import { JobPanel } from '../../ui/job-panel';
import { Loading } from '../../ui/loading';
import { notifyDone } from '../../ui/notify';
import classes from './new-year.module.css';
import { StepDeed } from './step-deed';

const words = yearOpeningTexts.pupils;
type Changes = ReadonlyMap<number, YearEndPupil>;

/** Whether nothing is missing in what was decided on a pupil. */
const isDecided = ({ kind, toClassId, subjectIds }: YearEndPupil) =>
  (kind === 'graduation' || toClassId !== null) &&
  (kind !== 'conditionalPromotion' || subjectIds.length > 0);

function PupilRow(props: {
  readonly pupil: YearEndPupil;
  readonly of: YearEndClass;
  readonly end: YearEnd;
  readonly onChange: (pupil: YearEndPupil) => void;
}) {
  const { pupil, of, end, onChange } = props;
  if (pupil.newClass !== null) {
    return (
      <tr>
        <td>{pupil.name}</td>
        <td colSpan={3}>{words.already(pupil.newClass)}</td>
      </tr>
    );
  }
  const grade = pupil.kind === 'repeat' ? of.grade : of.grade + 1;
  const targets = end.targets.filter((one) => one.grade === grade);
  return (
    <tr>
      <td>{pupil.name}</td>
      <td>
        <Select
          size="xs"
          w="12rem"
          allowDeselect={false}
          aria-label={`${words.decision}: ${pupil.name}`}
          data={YEAR_END_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          value={pupil.kind}
          onChange={(kind) => {
            if (kind === null) return;
            const next = kind === 'repeat' ? of.grade : of.grade + 1;
            const possible = end.targets.filter((one) => one.grade === next);
            const same = possible.find(({ id }) => id === pupil.toClassId) ?? possible[0];
            onChange({
              ...pupil,
              kind,
              toClassId: kind === 'graduation' ? null : (same?.id ?? null),
              subjectIds: kind === 'conditionalPromotion' ? pupil.subjectIds : [],
            });
          }}
        />
      </td>
      <td>
        {pupil.kind !== 'graduation' && (
          <Select
            size="xs"
            w="6rem"
            allowDeselect={false}
            aria-label={`${words.to}: ${pupil.name}`}
            data={targets.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={pupil.toClassId === null ? null : String(pupil.toClassId)}
            onChange={(id) => id && onChange({ ...pupil, toClassId: Number(id) })}
          />
        )}
      </td>
      <td>
        {pupil.kind === 'conditionalPromotion' && (
          <MultiSelect
            size="xs"
            miw="14rem"
            searchable
            aria-label={`${words.debts}: ${pupil.name}`}
            data={end.subjects.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={pupil.subjectIds.map(String)}
            onChange={(chosen) => onChange({ ...pupil, subjectIds: chosen.map(Number) })}
          />
        )}
      </td>
    </tr>
  );
}

function Moving(props: { readonly state: OpeningState; readonly end: YearEnd }) {
  const { state, end } = props;
  const { today, roles } = useSession();
  const [changes, setChanges] = useState<Changes>(new Map());
  const [openId, setOpenId] = useState(end.classes[0]?.id ?? 0);
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<IsoDate | null>(today);
  const [graduationOn, setGraduationOn] = useState<IsoDate | null>(state.from.endsOn);
  const [debtsDueOn, setDebtsDueOn] = useState<IsoDate | null>(
    `${state.dates.startsOn.slice(0, 4)}-12-25` as IsoDate,
  );
  const [at, setAt] = useState<{ readonly done: number; readonly name: string } | null>(null);
  const stopped = useRef(false);
  const decided = end.classes.map((one) => ({
    ...one,
    pupils: one.pupils.map((pupil) => changes.get(pupil.id) ?? pupil),
  }));
  const waitingIn = ({ pupils }: YearEndClass) =>
    pupils.filter(({ newClass }) => newClass === null);
  const waiting = decided.flatMap(waitingIn);
  const undecided = waiting.filter((pupil) => !isDecided(pupil));
  const open = decided.find(({ id }) => id === openId) ?? decided[0];
  const move = useMutation({
    mutationFn: async () => {
      if (date === null || graduationOn === null || debtsDueOn === null) return 0;
      stopped.current = false;
      let moved = 0;
      for (const [index, one] of decided.entries()) {
        if (stopped.current) break;
        const pupils = waitingIn(one);
        setAt({ done: index / decided.length, name: one.name });
        if (pupils.length === 0) continue;
        const result = await core.yearOpening.movePupils({
          classId: one.id,
          order: { number, date },
          graduationOn,
          debtsDueOn,
          pupils: pupils.map(({ id, kind, toClassId, subjectIds }) => ({
            pupilId: id,
            kind,
            toClassId,
            subjectIds: [...subjectIds],
          })),
        });
        moved += result.moved;
      }
      return moved;
    },
    onSuccess: (moved) => notifyDone(words.done(moved)),
    onSettled: async () => {
      setAt(null);
      await queryClient.invalidateQueries();
    },
  });
  const may = mayCall(roles, 'yearOpening.movePupils');
  const hasOrder = number.trim() !== '' && date !== null && graduationOn !== null;
  const ready = hasOrder && debtsDueOn !== null && undecided.length === 0;
  return (
    <>
      <Text c="dimmed">{words.hint}</Text>
      {may && (
        <Group gap="xs" align="flex-end">
          <TextInput
            label={words.order}
            w="7rem"
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <DateField label={words.orderDate} value={date} onChange={setDate} />
          <DateField label={words.graduationOn} value={graduationOn} onChange={setGraduationOn} />
          <DateField label={words.debtsDueOn} value={debtsDueOn} onChange={setDebtsDueOn} />
        </Group>
      )}
      {at !== null && (
        <JobPanel
          title={words.job}
          step={at.name}
          done={at.done}
          onCancel={() => {
            stopped.current = true;
          }}
        />
      )}
      <ErrorNotice error={move.error} />
      <Group gap="sm" align="flex-end">
        <Select
          label={words.class}
          w="18rem"
          searchable
          allowDeselect={false}
          data={decided.map((one) => ({
            value: String(one.id),
            label: `${one.name}: ${words.summary(waitingIn(one).length, one.pupils.length)}`,
          }))}
          value={open === undefined ? null : String(open.id)}
          onChange={(id) => id && setOpenId(Number(id))}
        />
        {may && waiting.length > 0 && (
          <>
            <Button
              disabled={!ready || !mayRun('pupils', state.done)}
              loading={move.isPending}
              onClick={() => move.mutate()}
            >
              {words.waiting(waiting.length)}
            </Button>
            <Text c="dimmed">
              {!mayRun('pupils', state.done)
                ? yearOpeningTexts.stepTooEarly
                : undecided.length > 0
                  ? words.undecided(undecided.length)
                  : !hasOrder && words.noOrder}
            </Text>
          </>
        )}
      </Group>
      {waiting.length === 0 && !state.finished && (
        <StepDeed
          step="pupils"
          state={state}
          asks="yearOpening.finish"
          deed={words.finish}
          run={() => core.yearOpening.finish({})}
        />
      )}
      {open !== undefined && (
        <table className={classes['table']} aria-label={words.table(open.name)}>
          <thead>
            <tr>
              <th scope="col">{words.pupil}</th>
              <th scope="col">{words.decision}</th>
              <th scope="col">{words.to}</th>
              <th scope="col">{words.debts}</th>
            </tr>
          </thead>
          <tbody>
            {open.pupils.map((pupil) => (
              <PupilRow
                key={pupil.id}
                pupil={pupil}
                of={open}
                end={end}
                onChange={(next) => setChanges(new Map(changes).set(next.id, next))}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** The pupils by the director's order: every line confirmed or changed, moved class by class. */
export function PupilsStep({ state }: { readonly state: OpeningState }) {
  const end = useQuery({ ...queries.yearOpening.pupils.queryOptions(), staleTime: 0 });
  if (end.isPending) return <Loading />;
  if (end.data === undefined) {
    return <ErrorNotice error={end.error} onRetry={() => void end.refetch()} />;
  }
  return <Moving state={state} end={end.data} />;
}
