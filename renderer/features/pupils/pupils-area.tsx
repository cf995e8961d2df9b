import { useParams } from '@tanstack/react-router';
import { BroughtScreen } from './brought/brought-screen';
import { CardScreen } from './card/card-screen';
import { PaperScreen } from './papers/paper-screen';
import { PupilsTabs } from './pupils-tabs';

/** «Ученики»: a card, marks brought from another school, a paper of a class, or the parts with lists. */
export function PupilsArea() {
  const { pupilId, paper, arrivedId } = useParams({ strict: false }) as {
    readonly pupilId?: string;
    readonly paper?: string;
    readonly arrivedId?: string;
  };
  if (pupilId !== undefined) return <CardScreen key={pupilId} pupilId={Number(pupilId)} />;
  if (arrivedId !== undefined) return <BroughtScreen key={arrivedId} pupilId={Number(arrivedId)} />;
  if (paper !== undefined) return <PaperScreen key={paper} paper={paper} />;
  return <PupilsTabs />;
}
