import { useParams } from '@tanstack/react-router';
import { CardScreen } from './card/card-screen';
import { PaperScreen } from './papers/paper-screen';
import { PupilsTabs } from './pupils-tabs';

/** «Ученики»: a card, a paper of a class, or the parts with lists. */
export function PupilsArea() {
  const { pupilId, paper } = useParams({ strict: false }) as {
    readonly pupilId?: string;
    readonly paper?: string;
  };
  if (pupilId !== undefined) return <CardScreen key={pupilId} pupilId={Number(pupilId)} />;
  if (paper !== undefined) return <PaperScreen key={paper} paper={paper} />;
  return <PupilsTabs />;
}
