import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import type { PupilCard } from '#contract/pupils';
import { isUsuallyLegal, RELATIONS, type Relation } from '#domain/pupils/representative';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { cardTexts, relationNames } from '../../../text/pupil-card';
import { ErrorNotice } from '../../../ui/error-notice';
import type { Undo } from '../../../ui/use-undo';
import { refreshCard } from './card-data';
import classes from './card.module.css';

const words = cardTexts.representatives;

/** «Абрамова Анна Олеговна» as its parts; an institution's name stays whole. */
function partsOf(name: string, relation: Relation) {
  if (relation === 'institution') return { lastName: name, firstName: '', middleName: '' };
  const [lastName = '', firstName = '', ...rest] = name.split(/\s+/);
  return { lastName, firstName, middleName: rest.join(' ') };
}

/** Somebody new, or somebody the journal knows already: the parent of a brother or a sister. */
export function AddRepresentative(props: {
  readonly card: PupilCard;
  readonly undo: Undo;
  readonly onClose: () => void;
}) {
  const { card, undo, onClose } = props;
  const pupilId = card.id;
  const first = card.representatives.length === 0;
  const [relation, setRelation] = useState<Relation>(first ? 'mother' : 'father');
  const [name, setName] = useState('');
  const typed = name.trim();
  const [wanted] = useDebouncedValue(typed, 150);
  const found = useQuery({
    ...queries.pupils.findRepresentatives.queryOptions({ input: { name: wanted } }),
    enabled: wanted.length >= 2,
  });
  const here = new Set(card.representatives.map(({ id }) => id));
  const known = wanted.length < 2 ? [] : (found.data ?? []).filter(({ id }) => !here.has(id));
  const link = { relation, legal: isUsuallyLegal(relation), main: first };
  const add = useMutation({
    mutationFn: async (existing: number | undefined) => {
      const empty = { phone: '', email: '', address: card.data.address, note: '' };
      if (existing !== undefined) {
        await core.pupils.linkRepresentative({ pupilId, representativeId: existing, ...link });
        return existing;
      }
      const data = { ...partsOf(typed, relation), ...empty };
      return (await core.pupils.addRepresentative({ pupilId, data, ...link })).representativeId;
    },
    onSuccess: async (representativeId) => {
      await refreshCard(pupilId);
      undo.did(words.added, async () => {
        await core.pupils.detachRepresentative({ pupilId, representativeId });
        await refreshCard(pupilId);
      });
      onClose();
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && typed !== '') add.mutate(undefined);
  };
  return (
    <div className={classes['person']}>
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <Select
          w="11rem"
          label={words.relation}
          allowDeselect={false}
          data={RELATIONS.map((value) => ({ value, label: relationNames[value] }))}
          value={relation}
          onChange={(chosen) => setRelation(RELATIONS.find((one) => one === chosen) ?? relation)}
        />
        <TextInput
          flex={1}
          label={words.name}
          placeholder={words.namePlaceholder}
          value={name}
          maxLength={200}
          autoFocus
          onKeyDown={onKeyDown}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          disabled={typed === ''}
          loading={add.isPending}
          onClick={() => add.mutate(undefined)}
        >
          {words.addNew}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </Group>
      <ErrorNotice error={add.error ?? found.error} />
      {known.length > 0 && (
        <div className={classes['found']}>
          <Text size="xs" c="dimmed">
            {words.known}
          </Text>
          {known.map((person) => (
            <Button
              key={person.id}
              size="compact-xs"
              variant="subtle"
              onClick={() => add.mutate(person.id)}
            >
              {[
                words.tie(person.name),
                ...person.children,
                ...(person.phoneTail === '' ? [] : [words.phoneTail(person.phoneTail)]),
              ].join(' · ')}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
