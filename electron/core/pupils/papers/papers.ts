import { membersUntil, ordersOfClass, type OrderRow } from '#db/queries/class-papers';
import { classMembersOn } from '#db/queries/class-members';
import { findPupilCard } from '#db/queries/pupil-card';
import { representativesOf } from '#db/queries/representatives';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { TableDocument } from '#domain/documents/table-document';
import { healthDocument } from '#domain/health/health-document';
import { compareNames } from '#domain/people/name';
import { checkSheetsDocument } from '#domain/pupils/papers/check-sheets';
import { classListDocument } from '#domain/pupils/papers/class-list';
import { mainFactsDocument, type PupilFacts } from '#domain/pupils/papers/main-facts';
import type { CallContext } from '../../context';
import { checkToSee } from '../../data-checks/checks';
import { withHealthKey } from '../../health/pupil-sheet';
import { readHealth } from '../../health/sheets';
import type { Reading } from '../../unit-of-work';
import { classToSee } from '../class-access';
import { recordLook } from '../record-look';
import { classPaper } from './class-paper';
import { pupilOn } from './pupil-on';

type OfClassOn = { readonly classId: number; readonly day: IsoDate };

/** That the class's data went onto paper, once a person, kind of paper, class and day. */
const recordPaper = (reading: Reading, entity: string, classId: number) =>
  recordLook(reading, { action: 'pupils.paper', entity, id: String(classId) });

/** «Список класса» on a day. */
export function classList(reading: Reading, { classId, day }: OfClassOn): TableDocument {
  const { db } = reading;
  classToSee(reading, classId);
  recordPaper(reading, 'classListPaper', classId);
  const pupils = classMembersOn(db, classId, day)
    .map(({ pupilId }) => pupilOn(db, pupilId, day))
    .sort(compareNames);
  return classListDocument(classPaper(db, classId, day), pupils);
}

const orderOf = (row: OrderRow | undefined) =>
  row === undefined ? null : { number: row.number, date: row.date, on: row.effectiveOn };

/** «Основные сведения об обучающихся» on a day (ИНС 3.6). */
export function mainFacts(reading: Reading, { classId, day }: OfClassOn): TableDocument {
  const { db } = reading;
  classToSee(reading, classId);
  recordPaper(reading, 'mainFactsPaper', classId);
  const members = Map.groupBy(membersUntil(db, classId, day), ({ pupilId }) => pupilId);
  const orders = ordersOfClass(db, classId, day);
  const ids = [...members.keys()];
  const representatives = Map.groupBy(representativesOf(db, ids), ({ pupilId }) => pupilId);
  const facts = ids.map((pupilId): PupilFacts => {
    const last = members.get(pupilId)?.at(-1);
    const own = orders.filter((row) => row.pupilId === pupilId);
    const gone = last?.toDate !== null && last?.toDate !== undefined && last.toDate < day;
    return {
      data: pupilOn(db, pupilId, day),
      representatives: representatives.get(pupilId) ?? [],
      arrival: orderOf(own.findLast(({ toClassId }) => toClassId === classId)),
      leaving: gone ? orderOf(own.findLast(({ fromClassId }) => fromClassId === classId)) : null,
      leftOn: gone ? last.toDate : null,
    };
  });
  facts.sort((a, b) => compareNames(a.data, b.data));
  return mainFactsDocument(classPaper(db, classId, day), facts);
}

/** The sheets of a data check, a page a pupil. */
export function checkSheets(
  reading: Reading,
  { checkId }: { readonly checkId: number },
): TableDocument {
  const { db, today } = reading;
  const check = checkToSee(reading, checkId);
  recordPaper(reading, 'checkSheetsPaper', check.classId);
  const pupils = classMembersOn(db, check.classId, check.startedOn).sort(compareNames);
  const representatives = Map.groupBy(
    representativesOf(
      db,
      pupils.map(({ pupilId }) => pupilId),
    ),
    ({ pupilId }) => pupilId,
  );
  const sheets = pupils.map(({ pupilId }) => ({
    data: pupilOn(db, pupilId, today),
    representatives: (representatives.get(pupilId) ?? []).map((one) => ({
      ...one,
      legal: one.legal === 1,
    })),
  }));
  return checkSheetsDocument(classPaper(db, check.classId, today), check.name, sheets);
}

/** «Листок здоровья» of a class today, for who is permitted. */
export function healthPaper(
  reading: Reading,
  { classId }: { readonly classId: number },
  context: CallContext,
): TableDocument {
  const { db, today } = reading;
  classToSee(reading, classId);
  return withHealthKey(db, context, (healthKey) => {
    recordPaper(reading, 'healthPaper', classId);
    const lines = classMembersOn(db, classId, today)
      .sort(compareNames)
      .map((pupil) => ({
        ...pupil,
        birthDate: findPupilCard(db, pupil.pupilId)?.birthDate ?? null,
        health: readHealth(db, healthKey, pupil.pupilId).data,
      }));
    return healthDocument(classPaper(db, classId, today), lines);
  });
}
