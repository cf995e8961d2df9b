import { os } from '../access';
import { reads } from '../unit-of-work';
import { myDuties, schoolDuties } from './duties';

/** Duties with deadlines (D1, D2). */
export const dutiesRouter = {
  mine: os.duties.mine.handler(reads(myDuties)),
  school: os.duties.school.handler(reads(schoolDuties)),
};
