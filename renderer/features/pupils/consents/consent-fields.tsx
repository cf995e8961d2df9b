import { Button, Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { IsoDate } from '#domain/calendar/iso-date';
import {
  CONSENT_DECISIONS,
  CONSENT_KINDS,
  type ConsentDecision,
  type ConsentKind,
} from '#domain/consents/consents';
import { useSession } from '../../../api/session';
import { consentDecisions, consentKinds, consentsTexts } from '../../../text/consents';
import { DateField } from '../../../ui/date-field/date-field';

const words = consentsTexts.form;

export type ConsentDraft = {
  readonly kind: ConsentKind;
  readonly decision: ConsentDecision;
  readonly representativeId: number | null;
  readonly document: string;
  readonly datedOn: IsoDate;
  readonly validUntil: IsoDate | null;
  readonly note: string;
};

/** What a paper of consent says, on one line; `signers` is who of one pupil could have signed it. */
export function ConsentFields(props: {
  readonly signers?: readonly { readonly id: number; readonly name: string }[];
  readonly disabled?: boolean;
  readonly loading: boolean;
  readonly onAdd: (draft: ConsentDraft) => void;
}) {
  const { today } = useSession();
  const [kind, setKind] = useState<ConsentKind>('processing');
  const [decision, setDecision] = useState<ConsentDecision>('given');
  const [signer, setSigner] = useState<number | null>(props.signers?.[0]?.id ?? null);
  const [document, setDocument] = useState('');
  const [datedOn, setDatedOn] = useState<IsoDate | null>(today);
  const [validUntil, setValidUntil] = useState<IsoDate | null>(null);
  const [note, setNote] = useState('');
  return (
    <Group gap="xs" align="flex-end">
      <Select
        w="11rem"
        label={words.kind}
        allowDeselect={false}
        data={CONSENT_KINDS.map((value) => ({ value, label: consentKinds[value] }))}
        value={kind}
        onChange={(chosen) => setKind(CONSENT_KINDS.find((one) => one === chosen) ?? kind)}
      />
      <SegmentedControl
        aria-label={words.decision}
        data={CONSENT_DECISIONS.map((value) => ({ value, label: consentDecisions[value] }))}
        value={decision}
        onChange={(chosen) =>
          setDecision(CONSENT_DECISIONS.find((one) => one === chosen) ?? decision)
        }
      />
      {props.signers && props.signers.length > 0 && (
        <Select
          w="12rem"
          label={words.signedBy}
          clearable
          placeholder={words.nobody}
          data={props.signers.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={signer === null ? null : String(signer)}
          onChange={(chosen) => setSigner(chosen === null ? null : Number(chosen))}
        />
      )}
      <DateField label={words.datedOn} value={datedOn} onChange={setDatedOn} />
      <TextInput
        w="7rem"
        label={words.document}
        value={document}
        maxLength={100}
        onChange={(event) => setDocument(event.currentTarget.value)}
      />
      <DateField label={words.validUntil} value={validUntil} onChange={setValidUntil} />
      <TextInput
        w="10rem"
        label={words.note}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button
        disabled={props.disabled === true || datedOn === null}
        loading={props.loading}
        onClick={() => {
          if (datedOn === null) return;
          const representativeId = signer;
          props.onAdd({ kind, decision, representativeId, document, datedOn, validUntil, note });
        }}
      >
        {words.add}
      </Button>
    </Group>
  );
}
