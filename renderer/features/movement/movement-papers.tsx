import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { IsoDate } from '#domain/calendar/iso-date';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { useYears } from '../../api/years';
import { movementTexts } from '../../text/movement';
import { DateField } from '../../ui/date-field/date-field';
import { DocumentPage } from '../../ui/document-view/document-view';
import { Loading } from '../../ui/loading';

const words = movementTexts.paper;
type Back = { readonly onBack: () => void };

const BackButton = ({ onBack }: Back) => (
  <Button variant="default" onClick={onBack}>
    {movementTexts.backToRegister}
  </Button>
);

/** «Сведения о прибывших и выбывших» of any span of days. */
export function PeriodPaper({ today, onBack }: Back & { readonly today: IsoDate }) {
  const { year } = useYears();
  const [from, setFrom] = useState<IsoDate | null>(null);
  const [to, setTo] = useState<IsoDate | null>(today);
  if (year === undefined) return <Loading />;
  const first = from ?? year.startsOn;
  const last = to ?? today;
  const input = first <= last ? { from: first, to: last } : { from: last, to: last };
  return (
    <DocumentPage
      title={movementTexts.paperPeriod}
      label={movementTexts.paperPeriod}
      view={queries.movement.period.queryOptions({ input })}
      save={(place) => core.movement.savePeriod({ ...input, ...place })}
      actions={<BackButton onBack={onBack} />}
      tools={
        <Group gap="xs" wrap="nowrap">
          <DateField label={words.from} hideLabel value={first} onChange={setFrom} />
          <DateField label={words.to} hideLabel value={last} onChange={setTo} />
          {first > last && <Text c="var(--mantine-color-error)">{words.wrongSpan}</Text>}
        </Group>
      }
    />
  );
}

/** The list of pupils of one order. */
export function OrderPaper({ orderId, onBack }: Back & { readonly orderId: number }) {
  return (
    <DocumentPage
      title={words.order}
      label={words.order}
      view={queries.movement.orderList.queryOptions({ input: { orderId } })}
      save={(place) => core.movement.saveOrderList({ orderId, ...place })}
      actions={<BackButton onBack={onBack} />}
    />
  );
}
