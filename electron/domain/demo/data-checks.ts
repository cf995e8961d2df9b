import { addDays, type IsoDate } from '../calendar/iso-date';
import type { ClassPlan } from './classes';
import type { Member } from './pupils';
import type { DemoRows } from './rows';

/** Every third class has begun its check of this month; the sheets of most pupils have come back. */
export function dataCheckRows(plan: {
  readonly classes: readonly ClassPlan[];
  readonly members: readonly (readonly Member[])[];
  readonly firstClassId: number;
  readonly startsOn: IsoDate;
  readonly today: IsoDate;
  readonly name: string;
}): Pick<DemoRows, 'dataChecks' | 'dataCheckPupils'> {
  const { classes, members, firstClassId, startsOn, today, name } = plan;
  const startedOn = addDays(today, -6);
  const dataChecks: DemoRows['dataChecks'][number][] = [];
  const dataCheckPupils: DemoRows['dataCheckPupils'][number][] = [];
  if (startedOn < startsOn) return { dataChecks, dataCheckPupils };
  for (const [index, { letter }] of classes.entries()) {
    if (letter !== 'А') continue;
    const id = dataChecks.length + 1;
    dataChecks.push([id, firstClassId + index, name, startedOn]);
    const there = (members[index] ?? []).filter(
      ({ from, to }) => from <= startedOn && (to === undefined || to >= startedOn),
    );
    for (const { pupil } of there) {
      if (pupil.id % 5 < 2) continue;
      const changed = pupil.id % 17 === 3;
      dataCheckPupils.push([
        id,
        pupil.id,
        addDays(startedOn, (pupil.id % 4) + 1),
        changed ? 'changed' : 'confirmed',
        changed ? 'новый телефон матери' : '',
      ]);
    }
  }
  return { dataChecks, dataCheckPupils };
}
