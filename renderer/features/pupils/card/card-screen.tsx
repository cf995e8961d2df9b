import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDate } from '#domain/calendar/iso-date';
import { fullName } from '#domain/people/name';
import { cardTexts } from '../../../text/pupil-card';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import { Page } from '../../../ui/page';
import { useUndo } from '../../../ui/use-undo';
import { cardQuery } from './card-data';
import classes from './card.module.css';
import { BroughtSection } from './brought-section';
import { Neighbours } from './neighbours';
import { ClassesSection, GroupsSection } from './classes-section';
import { ConsentsSection } from './consents-section';
import { HealthSection } from './health-section';
import { HistorySection } from './history-section';
import { NotesSection } from './notes-section';
import { PersonalSection } from './personal-section';
import { RepresentativesSection } from './representatives-section';

/** A pupil's card: everything of one child on one page, edited in place (C1). */
export function CardScreen({ pupilId }: { readonly pupilId: number }) {
  const found = useQuery(cardQuery(pupilId));
  const undo = useUndo(cardTexts.undone);
  const back = (
    <Button component={Link} to="/pupils" variant="default">
      {cardTexts.back}
    </Button>
  );
  if (found.isPending) return <Loading />;
  if (found.error) {
    return (
      <Page title={cardTexts.title} actions={back}>
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      </Page>
    );
  }
  const card = found.data;
  const where = [
    card.className ?? cardTexts.noClass,
    ...(card.leftOn === null ? [] : [cardTexts.left(formatDate(card.leftOn))]),
  ].join(', ');
  return (
    <Page
      title={`${fullName(card.data)}, ${where}`}
      hint={card.mayEdit ? cardTexts.editHint : cardTexts.lookOnly}
      actions={
        <>
          {undo.last !== undefined && (
            <Button
              variant="subtle"
              leftSection={<IconArrowBackUp size={16} />}
              onClick={undo.undoLast}
            >
              {cardTexts.undo(undo.last.name)}
            </Button>
          )}
          <Neighbours pupilId={card.id} classId={card.leftOn === null ? card.classId : null} />
          {back}
        </>
      }
    >
      <div className={classes['card']}>
        <div className={classes['column']}>
          <PersonalSection card={card} undo={undo} />
          <RepresentativesSection card={card} undo={undo} />
          <NotesSection card={card} undo={undo} />
          <HealthSection card={card} undo={undo} />
          <HistorySection card={card} />
        </div>
        <div className={classes['column']}>
          <ClassesSection card={card} />
          <BroughtSection card={card} />
          <GroupsSection card={card} />
          <ConsentsSection card={card} undo={undo} />
        </div>
      </div>
    </Page>
  );
}
