import { Badge, Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConsentRow } from '#contract/consents';
import type { PupilCard } from '#contract/pupils';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { CONSENT_KINDS, consentOn } from '#domain/consents/consents';
import { fullName } from '#domain/people/name';
import { core } from '../../../api/clients';
import { useSession } from '../../../api/session';
import {
  consentDecisions,
  consentKinds,
  consentStates,
  consentsTexts,
} from '../../../text/consents';
import { DateField } from '../../../ui/date-field/date-field';
import { ErrorNotice } from '../../../ui/error-notice';
import { notifyError } from '../../../ui/notify';
import type { Undo } from '../../../ui/use-undo';
import { ConsentFields, type ConsentDraft } from '../consents/consent-fields';
import { STATE_COLORS } from '../consents/state-colors';
import { refreshCard } from './card-data';
import classes from './card.module.css';
import { Section } from './section';

const words = consentsTexts.card;
type Props = { readonly card: PupilCard; readonly undo: Undo };

async function enter(pupilId: number, draft: ConsentDraft): Promise<number[]> {
  const { consentIds } = await core.consents.add({ ...draft, pupilIds: [pupilId] });
  await refreshCard(pupilId);
  return consentIds;
}
async function takeOut(pupilId: number, consentIds: number[]): Promise<void> {
  await core.consents.remove({ consentIds });
  await refreshCard(pupilId);
}

function Decision({ card, undo, row }: Props & { readonly row: ConsentRow }) {
  const { today } = useSession();
  const [asking, setAsking] = useState(false);
  const [on, setOn] = useState<IsoDate | null>(today);
  const withdraw = async (since: IsoDate | null) => {
    await core.consents.withdraw({ consentId: row.id, on: since });
    await refreshCard(card.id);
  };
  const change = (since: IsoDate | null) =>
    withdraw(since).then(() => undo.did(words.kept, () => withdraw(row.withdrawnOn)), notifyError);
  const remove = () =>
    takeOut(card.id, [row.id]).then(
      () => undo.did(words.kept, () => enter(card.id, row)),
      notifyError,
    );
  const facts = [
    row.document === '' ? '' : words.document(row.document),
    row.representative === null ? '' : words.signed(row.representative),
    row.validUntil === null ? '' : consentsTexts.until(formatDate(row.validUntil)),
    row.withdrawnOn === null ? '' : words.withdrawn(formatDate(row.withdrawnOn)),
    row.note,
  ].filter(Boolean);
  return (
    <li>
      <div className={classes['line']}>
        <span>
          {consentKinds[row.kind]}: {consentDecisions[row.decision]}
        </span>
        <span className="sj-numbers">{formatDate(row.datedOn)}</span>
      </div>
      {facts.length > 0 && <div className={classes['dim']}>{facts.join(' · ')}</div>}
      {asking && (
        <Group gap="xs" align="flex-end">
          <DateField label={words.withdrawOn} value={on} onChange={setOn} />
          <Button
            disabled={on === null}
            onClick={() => {
              setAsking(false);
              void change(on);
            }}
          >
            {words.withdrawDeed}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {words.cancel}
          </Button>
        </Group>
      )}
      {card.mayKeep && !asking && (
        <Group gap={4}>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => (row.withdrawnOn === null ? setAsking(true) : void change(null))}
          >
            {row.withdrawnOn === null ? words.withdraw : words.takeBack}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => void remove()}>
            {words.remove}
          </Button>
        </Group>
      )}
    </li>
  );
}

/** What holds today of each kind, and every paper behind it (C3). */
export function ConsentsSection({ card, undo }: Props) {
  const { today } = useSession();
  const [adding, setAdding] = useState(false);
  const add = useMutation({
    mutationFn: (draft: ConsentDraft) => enter(card.id, draft),
    onSuccess: (ids) => {
      undo.did(words.kept, () => takeOut(card.id, ids));
      setAdding(false);
    },
  });
  return (
    <Section
      title={words.title}
      actions={
        card.mayKeep && (
          <Button size="compact-xs" variant="default" onClick={() => setAdding(!adding)}>
            {adding ? words.cancel : words.add}
          </Button>
        )
      }
    >
      <Group gap={6} mb="xs">
        {CONSENT_KINDS.map((kind) => {
          const state = consentOn(card.consents, kind, today);
          return (
            <Badge key={kind} variant="light" color={STATE_COLORS[state]} autoContrast>
              {consentKinds[kind]}: {consentStates[state]}
            </Badge>
          );
        })}
      </Group>
      {adding && (
        <div className={classes['person']}>
          <ConsentFields
            signers={card.representatives.map(({ id, data }) => ({ id, name: fullName(data) }))}
            loading={add.isPending}
            onAdd={(draft) => add.mutate(draft)}
          />
          <ErrorNotice error={add.error} />
        </div>
      )}
      {card.consents.length === 0 && <Text c="dimmed">{words.none}</Text>}
      <ul className={classes['lines']}>
        {card.consents.map((row) => (
          <Decision key={row.id} card={card} undo={undo} row={row} />
        ))}
      </ul>
    </Section>
  );
}
