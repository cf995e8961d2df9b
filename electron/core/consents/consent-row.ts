import type { ConsentRow } from '#contract/consents';
import type { ConsentOfPupilRow } from '#db/queries/consents';
import { shortName } from '#domain/people/name';

/** A decision as the screens show it. */
export function consentRowOf(row: ConsentOfPupilRow): ConsentRow {
  const { lastName, firstName, middleName, pupilId: _, ...consent } = row;
  return {
    ...consent,
    representative:
      lastName === null
        ? null
        : shortName({ lastName, firstName: firstName ?? '', middleName: middleName ?? '' }),
  };
}
