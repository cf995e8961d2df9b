import { addDays, type IsoDate } from '../calendar/iso-date';
import { snilsCheckDigits } from '../people/snils';
import { parentNames, type PersonName } from './names';
import type { Pupil } from './pupils';
import { randomOf } from './random';
import type { DemoRows } from './rows';

const STREETS = 'Школьная Садовая Лесная Речная Полевая Молодёжная Заречная Зелёная'.split(' ');

/** A number that cannot be anybody's: its first nine digits are not given out. */
function inventedSnils(id: number): string {
  const nine = `999${String(id).padStart(6, '0')}`;
  return `${nine.slice(0, 3)}-${nine.slice(3, 6)}-${nine.slice(6)} ${snilsCheckDigits(nine)}`;
}

/** Codes of towns do not begin with noughts: nobody can be called by it. */
const inventedPhone = (number: number): string => {
  const digits = String(number).padStart(7, '0');
  return `+7 000 ${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
};

/** What the card says of a pupil besides the name; the same pupil always has the same. */
export function cardOf({ id, birthDate }: Pupil): {
  readonly snils: string;
  readonly phone: string;
  readonly address: string;
} {
  const random = randomOf(`card ${id}`);
  const flat = `ул. ${random.pick(STREETS)}, д. ${random.between(1, 60)}, кв. ${random.between(1, 90)}`;
  return {
    snils: inventedSnils(id),
    // The little ones have no telephone of their own.
    phone: birthDate < '2016-01-01' && id % 3 !== 0 ? inventedPhone(5_000_000 + id) : '',
    address: `г. Энск, ${flat}`,
  };
}

type Family = { readonly motherId: number; readonly fatherId: number | undefined };

/** Gives children their parents; a brother or a sister gets those of the elder one. */
export type FamilyRegistrar = (
  pupils: readonly Pupil[],
  startsOn: IsoDate,
) => Pick<DemoRows, 'representatives' | 'pupilRepresentatives' | 'consents'>;

/** Consents as a school has them: most given, here and there a refusal, and one not asked for yet. */
function consentsOf(pupilId: number, motherId: number, startsOn: IsoDate): DemoRows['consents'] {
  const datedOn = addDays(startsOn, -(pupilId % 6));
  const paper = (
    kind: string,
    refused: boolean,
    rest: { readonly validUntil?: IsoDate; readonly withdrawnOn?: IsoDate } = {},
  ): DemoRows['consents'][number] => [
    pupilId,
    motherId,
    kind,
    refused ? 'refused' : 'given',
    `${pupilId}/${['processing', 'electronicForm', 'photo', 'publication'].indexOf(kind) + 1}`,
    datedOn,
    rest.validUntil ?? null,
    rest.withdrawnOn ?? null,
  ];
  const school = pupilId % 23;
  const rows: DemoRows['consents'][number][] = [];
  if (school !== 7) {
    const withdrawn = pupilId % 97 === 11 ? { withdrawnOn: addDays(startsOn, 40) } : {};
    rows.push(paper('processing', pupilId % 89 === 3, withdrawn));
  }
  if (school !== 9) rows.push(paper('electronicForm', pupilId % 13 === 4));
  if (pupilId % 7 !== 6) {
    const term = pupilId % 19 === 5 ? { validUntil: addDays(startsOn, 95) } : {};
    rows.push(paper('photo', pupilId % 11 === 2, term));
  }
  if (pupilId % 2 === 0) rows.push(paper('publication', pupilId % 8 === 0));
  return rows;
}

/** A registrar over the whole school: ids go on from year to year. */
export function familyRegistrar(): FamilyRegistrar {
  const families = new Map<string, Family>();
  let lastId = 0;
  return (pupils, startsOn) => {
    const representatives: DemoRows['representatives'][number][] = [];
    const links: DemoRows['pupilRepresentatives'][number][] = [];
    const consents: DemoRows['consents'][number][] = [];
    const add = (name: PersonName, address: string): number => {
      lastId += 1;
      const { lastName, firstName, middleName } = name;
      representatives.push([
        lastId,
        lastName,
        firstName,
        middleName,
        inventedPhone(1_000_000 + lastId * 37),
        '',
        address,
      ]);
      return lastId;
    };
    for (const pupil of pupils) {
      const random = randomOf(`family ${pupil.id}`);
      const { mother, father } = parentNames(random, pupil.name);
      const { address } = cardOf(pupil);
      const key = father === undefined ? '' : `${father.lastName} ${father.firstName}`;
      let family = families.get(key);
      if (family === undefined || key === '') {
        const together = random.chance(0.8);
        family = {
          motherId: add(mother, address),
          fatherId:
            father && random.chance(0.85) ? add(father, together ? address : '') : undefined,
        };
        families.set(key, family);
      }
      links.push([pupil.id, family.motherId, 'mother', 1, 1]);
      if (family.fatherId !== undefined) links.push([pupil.id, family.fatherId, 'father', 1, 0]);
      consents.push(...consentsOf(pupil.id, family.motherId, startsOn));
    }
    return { representatives, pupilRepresentatives: links, consents };
  };
}
