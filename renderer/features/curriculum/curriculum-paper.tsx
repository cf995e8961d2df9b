import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { curriculumTexts } from '../../text/curriculum';
import { DocumentPage } from '../../ui/document-view/document-view';

const words = curriculumTexts.paper;
const KINDS = ['parallel', 'class'] as const;
type Kind = (typeof KINDS)[number];

/** Учебный план on paper, a page a parallel or a page a class, of the grades that were shown. */
export function CurriculumPaper(props: {
  readonly year: { readonly yearId?: number };
  readonly grades: readonly [from: number, to: number];
  readonly onBack: () => void;
}) {
  const [by, setBy] = useState<Kind>('parallel');
  const [gradeFrom, gradeTo] = props.grades;
  const input = { ...props.year, by, gradeFrom, gradeTo };
  return (
    <DocumentPage
      title={curriculumTexts.title}
      label={words.label}
      actions={
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={16} />}
          onClick={() => props.onBack()}
        >
          {words.back}
        </Button>
      }
      tools={
        <SegmentedControl
          aria-label={words.by}
          data={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          value={by}
          onChange={(value) => setBy(KINDS.find((one) => one === value) ?? by)}
        />
      }
      view={queries.curriculum.paper.queryOptions({ input })}
      save={(place) => core.curriculum.savePaper({ ...input, ...place })}
    />
  );
}
