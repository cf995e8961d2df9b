import type { PupilCard } from '#contract/pupils';
import type { PupilData } from '#domain/pupils/pupil-data';
import type { RepresentativeData } from '#domain/pupils/representative';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { queryClient } from '../../../api/query-client';
import { refusalOf } from '../../../api/refusal';

export const cardQuery = (pupilId: number) =>
  queries.pupils.card.queryOptions({ input: { pupilId } });

const cardNow = (pupilId: number): PupilCard | undefined =>
  queryClient.getQueryData(cardQuery(pupilId).queryKey);

/** What is shown of the card and of lists with it is asked again. */
export const refreshCard = async (pupilId: number): Promise<void> => {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: cardQuery(pupilId).queryKey }),
    queryClient.invalidateQueries({ queryKey: queries.pupils.history.key() }),
    queryClient.invalidateQueries({ queryKey: queries.people.pupils.key() }),
    queryClient.invalidateQueries({ queryKey: queries.consents.key() }),
  ]);
};

/** Saves go one after another: each needs the version that the one before gave. */
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(pupilId: number, work: () => Promise<T>): Promise<T> {
  const next = last.then(work).catch(async (error: unknown) => {
    if (refusalOf(error)?.code === 'CONFLICT') await refreshCard(pupilId);
    throw error;
  });
  last = next.catch(() => undefined);
  return next;
}

/** Saves fields of the card on the version that is known now. */
export const saveFields = (pupilId: number, changes: Partial<PupilData>): Promise<void> =>
  inTurn(pupilId, async () => {
    const card = cardNow(pupilId);
    if (card === undefined) return;
    const { version } = await core.pupils.save({ pupilId, version: card.version, changes });
    queryClient.setQueryData(cardQuery(pupilId).queryKey, { ...card, version });
    await refreshCard(pupilId);
  });

/** Saves fields of a representative, for every child of the family. */
export const saveRepresentativeFields = (
  pupilId: number,
  representativeId: number,
  changes: Partial<RepresentativeData>,
): Promise<void> =>
  inTurn(pupilId, async () => {
    const one = cardNow(pupilId)?.representatives.find(({ id }) => id === representativeId);
    if (one === undefined) return;
    const input = { representativeId, version: one.version, changes };
    await core.pupils.saveRepresentative(input);
    await queryClient.invalidateQueries({ queryKey: queries.pupils.key() });
  });
