import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PupilCard } from '#contract/pupils';
import { HEALTH_GROUPS, SPORT_GROUPS, type HealthData } from '#domain/health/health-sheet';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { queryClient } from '../../../api/query-client';
import { healthTexts } from '../../../text/health';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import type { Undo } from '../../../ui/use-undo';
import classes from './card.module.css';
import { EditField, EditSelect } from './edit-field';
import { Section } from './section';

const words = healthTexts;
type Props = { readonly card: PupilCard; readonly undo: Undo };

function Sheet({ card, undo }: Props) {
  const pupilId = card.id;
  // Nothing of it stays in the window after the sheet is closed.
  const options = { ...queries.health.sheet.queryOptions({ input: { pupilId } }), gcTime: 0 };
  const sheet = useQuery(options);
  if (sheet.isPending) return <Loading />;
  if (sheet.error) return <ErrorNotice error={sheet.error} onRetry={() => void sheet.refetch()} />;
  const { data, mayEdit } = sheet.data;
  const put = async (changes: Partial<HealthData>) => {
    const now = queryClient.getQueryData(options.queryKey) ?? sheet.data;
    const next = { ...now.data, ...changes };
    try {
      await core.health.save({ pupilId, version: now.version, data: next });
    } finally {
      await queryClient.invalidateQueries({ queryKey: options.queryKey });
    }
  };
  const save = async (changes: Partial<HealthData>) => {
    const before = Object.fromEntries(
      Object.keys(changes).map((field) => [field, data[field as keyof HealthData]]),
    ) as Partial<HealthData>;
    await put(changes);
    undo.did(words.kept, () => put(before));
  };
  const text = (field: 'seat' | 'recommendations' | 'conditions' | 'disability') => (
    <EditField
      label={words[field]}
      value={data[field]}
      multiline={field !== 'seat'}
      placeholder={field === 'seat' ? words.seatPlaceholder : ''}
      maxLength={field === 'seat' ? 100 : 2000}
      onSave={mayEdit ? (value) => save({ [field]: value }) : undefined}
    />
  );
  return (
    <div className={classes['fields']}>
      <EditSelect
        label={words.group}
        value={data.group ?? ''}
        clearable
        placeholder={words.unset}
        options={HEALTH_GROUPS.map((group) => ({ value: group, label: group }))}
        onSave={
          mayEdit
            ? (chosen) => save({ group: HEALTH_GROUPS.find((one) => one === chosen) ?? null })
            : undefined
        }
      />
      <EditSelect
        label={words.sport}
        value={data.sport ?? ''}
        clearable
        placeholder={words.unset}
        options={SPORT_GROUPS.map((group) => ({ value: group, label: words.sports[group] }))}
        onSave={
          mayEdit
            ? (chosen) => save({ sport: SPORT_GROUPS.find((one) => one === chosen) ?? null })
            : undefined
        }
      />
      {text('seat')}
      <div className={classes['wide']}>{text('recommendations')}</div>
      <div className={classes['wide']}>{text('conditions')}</div>
      <div className={classes['wide']}>{text('disability')}</div>
    </div>
  );
}

/** The health sheet, unfolded only when it is asked for: others may stand behind the chair. */
export function HealthSection({ card, undo }: Props) {
  const [shown, setShown] = useState(false);
  if (card.health === 'off') return null;
  return (
    <Section
      title={words.title}
      actions={
        card.health === 'open' && (
          <Button size="compact-xs" variant="default" onClick={() => setShown(!shown)}>
            {shown ? words.hide : words.show}
          </Button>
        )
      }
    >
      {card.health === 'closed' && <Text c="dimmed">{words.closed}</Text>}
      {card.health === 'open' && shown && <Sheet card={card} undo={undo} />}
    </Section>
  );
}
