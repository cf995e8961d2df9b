import { Select } from '@mantine/core';
import { useState } from 'react';
import type { IsoDate } from '#domain/calendar/iso-date';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { controlTexts as words } from '../../text/control-works';
import { DocumentPage } from '../../ui/document-view/document-view';
import { BackButton } from '../../ui/document-view/paper-buttons';

const PAPERS = ['school', 'classes'] as const;

/** The schedule on paper: of the school in one table, or a sheet a class. */
export function PaperPage(props: {
  readonly input: {
    readonly yearId?: number;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly classIds: number[];
  };
  readonly hint: string;
  readonly onBack: () => void;
}) {
  const [of, setOf] = useState<(typeof PAPERS)[number]>('school');
  const input = { ...props.input, of };
  return (
    <DocumentPage
      title={words.grid}
      hint={props.hint}
      label={words.grid}
      view={queries.controlWorks.paper.queryOptions({ input })}
      save={(place) => core.controlWorks.savePaper({ ...input, ...place })}
      step={(by) => setOf(by > 0 ? 'classes' : 'school')}
      tools={
        <Select
          w="16rem"
          aria-label={words.paperOf}
          allowDeselect={false}
          data={PAPERS.map((value) => ({ value, label: words.papers[value] }))}
          value={of}
          onChange={(value) => value !== null && setOf(value)}
        />
      }
      actions={<BackButton onClick={props.onBack}>{words.back}</BackButton>}
    />
  );
}
