import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { PupilCard, RepresentativeOfPupil } from '#contract/pupils';
import { fullName } from '#domain/people/name';
import { fieldProblem } from '#domain/pupils/pupil-data';
import { RELATIONS, type RepresentativeData } from '#domain/pupils/representative';
import { core } from '../../../api/clients';
import { useSession } from '../../../api/session';
import { cardTexts, fieldNames, relationNames } from '../../../text/pupil-card';
import { notifyError } from '../../../ui/notify';
import type { Undo } from '../../../ui/use-undo';
import { AddRepresentative } from './add-representative';
import { refreshCard, saveRepresentativeFields } from './card-data';
import classes from './card.module.css';
import { EditField, EditSelect } from './edit-field';
import { Section } from './section';

const words = cardTexts.representatives;
type Props = { readonly card: PupilCard; readonly undo: Undo };

function Person({ card, undo, person }: Props & { readonly person: RepresentativeOfPupil }) {
  const { today } = useSession();
  const { id: representativeId, data, relation, legal, main } = person;
  const pupilId = card.id;
  const { mayEdit } = card;
  const link = { relation, legal, main };
  const tie = async (next: typeof link) => {
    await core.pupils.linkRepresentative({ pupilId, representativeId, ...next });
    await refreshCard(pupilId);
  };
  const relink = (changes: Partial<typeof link>) =>
    tie({ ...link, ...changes }).then(() => undo.did(words.link, () => tie(link)));
  const save = async (field: keyof RepresentativeData, value: string) => {
    const before = data[field];
    await saveRepresentativeFields(pupilId, representativeId, { [field]: value });
    undo.did(fieldNames[field], () =>
      saveRepresentativeFields(pupilId, representativeId, { [field]: before }),
    );
  };
  const detach = async () => {
    await core.pupils.detachRepresentative({ pupilId, representativeId });
    await refreshCard(pupilId);
    undo.did(words.detached, () => tie(link));
  };
  const text = (field: keyof RepresentativeData, numbers = false) => (
    <EditField
      label={fieldNames[field]}
      value={data[field]}
      numbers={numbers}
      maxLength={field === 'address' || field === 'note' ? 1000 : 200}
      problem={(typed) => {
        if (field === 'firstName') return undefined;
        const problem = fieldProblem(field, typed, today);
        return problem && cardTexts.problems[problem];
      }}
      onSave={mayEdit ? (value) => save(field, value) : undefined}
    />
  );
  return (
    <div className={classes['person']} role="group" aria-label={fullName(data)}>
      <div className={classes['fields']}>
        {text('lastName')}
        {text('firstName')}
        {text('middleName')}
        <EditSelect
          label={words.relation}
          value={relation}
          options={RELATIONS.map((value) => ({ value, label: relationNames[value] }))}
          onSave={
            mayEdit
              ? (chosen) =>
                  relink({ relation: RELATIONS.find((one) => one === chosen) ?? relation })
              : undefined
          }
        />
        {text('phone', true)}
        {text('email')}
        <div className={classes['two']}>{text('address')}</div>
        {text('note')}
      </div>
      <Group gap="md" mt="xs" justify="space-between">
        <Group gap="md">
          <Checkbox
            label={words.legal}
            checked={legal}
            disabled={!mayEdit}
            onChange={(event) => {
              relink({ legal: event.currentTarget.checked }).catch(notifyError);
            }}
          />
          <Checkbox
            label={words.main}
            checked={main}
            disabled={!mayEdit}
            onChange={(event) => {
              relink({ main: event.currentTarget.checked }).catch(notifyError);
            }}
          />
          {person.otherChildren.length > 0 && (
            <Text size="xs" c="dimmed">
              {words.siblings(person.otherChildren.join('; '))}
            </Text>
          )}
        </Group>
        {mayEdit && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => void detach().catch(notifyError)}
          >
            {words.detach}
          </Button>
        )}
      </Group>
    </div>
  );
}

/** Parents and representatives: one person stands on the cards of all children of the family. */
export function RepresentativesSection({ card, undo }: Props) {
  const [adding, setAdding] = useState(false);
  const { representatives, mayEdit } = card;
  return (
    <Section
      title={words.title}
      actions={
        mayEdit &&
        !adding && (
          <Button size="compact-xs" variant="default" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      {adding && <AddRepresentative card={card} undo={undo} onClose={() => setAdding(false)} />}
      {representatives.length === 0 && !adding && <Text c="dimmed">{words.none}</Text>}
      {representatives.map((person) => (
        <Person key={person.id} card={card} undo={undo} person={person} />
      ))}
    </Section>
  );
}
