import { randomUUID } from 'node:crypto';
import type { PeoplePreview } from '#contract/import-people';
import type { Client, smallSchool } from '../../testing/school';
import { chosenFile, journalOf } from './chosen';

type Lists = 'Pupils' | 'Parents';

/** Every change of a preview as «kind|person|field|was|becomes». */
export const changesOf = (preview: PeoplePreview) =>
  preview.good.flatMap(({ changes }) =>
    changes.map(({ field, person, was, becomes, kind }) =>
      [kind, person, field, was, becomes].filter((part) => part !== '').join('|'),
    ),
  );
/** The keys of what fills something empty. */
export const fills = (preview: PeoplePreview) =>
  preview.good.flatMap(({ changes }) =>
    changes.filter(({ kind }) => kind === 'fill').map(({ key }) => key),
  );
/** The keys of all changes. */
export const everything = (preview: PeoplePreview) =>
  preview.good.flatMap(({ changes }) => changes.map(({ key }) => key));

/** Lists of people of one school: previewed, taken over, and what the cards say afterwards. */
export function peopleLists(school: Awaited<ReturnType<typeof smallSchool>>, client: Client) {
  const fileOf = (...lines: readonly string[]) =>
    chosenFile(school, 'список.csv', Buffer.from(lines.join('\n')));
  async function take(
    list: Lists,
    grant: string,
    {
      agree = fills,
      answers = {},
    }: {
      readonly agree?: (preview: PeoplePreview) => string[];
      readonly answers?: Record<string, string>;
    } = {},
  ) {
    const preview = await client.imports[`preview${list}`]({ grant, answers });
    const { sha256, seen } = preview;
    const input = { requestId: randomUUID(), grant, answers, sha256, seen, withoutBadRows: true };
    const agreed = agree(preview);
    const apply = () =>
      list === 'Pupils'
        ? client.imports.applyPupils({ ...input, agreed, from: '2026-09-01' })
        : client.imports.applyParents({ ...input, agreed });
    return { preview, apply };
  }
  const pupilIdOf = (lastName: string, firstName: string) =>
    (
      journalOf(school.core)
        .connection.prepare('SELECT id FROM pupil WHERE last_name = ? AND first_name = ?')
        .get(lastName, firstName) as { id: number }
    ).id;
  const cardOf = (lastName: string, firstName: string) =>
    client.pupils.card({ pupilId: pupilIdOf(lastName, firstName) });
  const parentsOf = async (lastName: string, firstName: string) =>
    (await cardOf(lastName, firstName)).representatives.map(
      ({ data, relation, legal, otherChildren }) =>
        [
          `${data.lastName} ${data.firstName} ${data.middleName}`,
          relation,
          legal,
          data.phone,
          data.email,
          data.note,
          ...otherChildren,
        ]
          .filter((part) => part !== '')
          .join('|'),
    );
  return { fileOf, take, cardOf, parentsOf };
}
