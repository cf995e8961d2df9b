import { Button, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DocumentPlace } from '#contract/documents';
import { isIsoDate, type IsoDate } from '#domain/calendar/iso-date';
import { seesEveryCard } from '#domain/pupils/card-rights';
import { useYearInput } from '../../../api/chosen-year';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { useSession } from '../../../api/session';
import { useAddressParts } from '../../../routes/use-address-parts';
import { pupilsTexts } from '../../../text/pupils';
import { DateField } from '../../../ui/date-field/date-field';
import { DocumentPage } from '../../../ui/document-view/document-view';
import { EmptyState } from '../../../ui/empty-state';

const words = pupilsTexts.papers;
type OfClass = { readonly classId: number; readonly day: IsoDate };

const CLASS_PAPERS = {
  'class-list': {
    title: words.classList,
    view: (input: OfClass) => queries.pupilPapers.classList.queryOptions({ input }),
    save: (input: OfClass & DocumentPlace) => core.pupilPapers.saveClassList(input),
  },
  facts: {
    title: words.mainFacts,
    view: (input: OfClass) => queries.pupilPapers.mainFacts.queryOptions({ input }),
    save: (input: OfClass & DocumentPlace) => core.pupilPapers.saveMainFacts(input),
  },
} as const;

const Back = () => (
  <Button component={Link} to="/pupils" variant="default">
    {words.toList}
  </Button>
);

/** A class's list on a chosen day. */
function ClassPaperScreen({ paper }: { readonly paper: keyof typeof CLASS_PAPERS }) {
  const { today, roles } = useSession();
  const [parts, setParts] = useAddressParts();
  const classes = useQuery(queries.school.classes.queryOptions({ input: useYearInput() }));
  const { title, view, save } = CLASS_PAPERS[paper];
  const chosen = parts['day'] ?? '';
  const day = isIsoDate(chosen) ? chosen : today;
  const input = { classId: Number(parts['class']), day };
  return (
    <DocumentPage
      title={title}
      label={title}
      view={view(input)}
      save={(place) => save({ ...input, ...place })}
      actions={
        <>
          {seesEveryCard({ roles }) && (
            <Select
              w="6rem"
              aria-label={pupilsTexts.class}
              allowDeselect={false}
              data={(classes.data ?? []).map(({ id, name }) => ({
                value: String(id),
                label: name,
              }))}
              value={String(input.classId)}
              onChange={(next) => setParts({ class: next ?? undefined })}
            />
          )}
          <Text size="xs">{words.day}</Text>
          <DateField
            label={words.day}
            hideLabel
            value={day}
            onChange={(next) => next !== null && setParts({ day: next })}
          />
          <Back />
        </>
      }
    />
  );
}

function HealthPaper({ classId }: { readonly classId: number }) {
  const input = { classId };
  return (
    <DocumentPage
      title={words.health}
      label={words.health}
      view={queries.pupilPapers.health.queryOptions({ input })}
      save={(place) => core.pupilPapers.saveHealth({ ...input, ...place })}
      actions={<Back />}
    />
  );
}

function CheckSheets({ checkId }: { readonly checkId: number }) {
  const input = { checkId };
  return (
    <DocumentPage
      title={words.checkSheets}
      label={words.checkSheets}
      view={queries.pupilPapers.checkSheets.queryOptions({ input })}
      save={(place) => core.pupilPapers.saveCheckSheets({ ...input, ...place })}
      formats={['pdf']}
      actions={
        <Button
          component={Link}
          to="/pupils/checks"
          search={{ check: String(checkId) } as never}
          variant="default"
        >
          {words.toCheck}
        </Button>
      }
    />
  );
}

/** A paper of a class's pupils; what it is of stands in the address. */
export function PaperScreen({ paper }: { readonly paper: string }) {
  const [parts] = useAddressParts();
  if (paper === 'check') return <CheckSheets checkId={Number(parts['check'])} />;
  if (Number(parts['class']) > 0) {
    if (paper === 'health') return <HealthPaper classId={Number(parts['class'])} />;
    if (paper === 'facts' || paper === 'class-list') return <ClassPaperScreen paper={paper} />;
  }
  return <EmptyState title={words.chooseClass} action={<Back />} />;
}
