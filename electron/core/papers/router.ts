import { os } from '../access';
import { writes } from '../unit-of-work';
import { paperMade } from './made';

export const papersRouter = { papers: { made: os.papers.made.handler(writes(paperMade)) } };
