import type { MadePaper } from '#contract/papers';
import { isYearClosed } from '#db/queries/calendar';
import { insertPaperMade, type PaperMadeRow } from '#db/queries/papers-made';
import { findYearOr } from '#db/queries/school';
import { hasRole } from '#domain/people/roles';
import { assertNever } from '#domain/assert-never';
import { refuse } from '../refuse';
import { sheetToSee } from '../sheets/class-summary';
import type { Reading, Writing } from '../unit-of-work';

type Of = Pick<PaperMadeRow, 'yearId' | 'classId' | 'periodId'>;

/** What the paper is of, if the one who made it may see it. */
function ofPaper(reading: Reading, paper: MadePaper): Of {
  switch (paper.kind) {
    case 'summarySheet': {
      const { found, period } = sheetToSee(reading, paper);
      return { yearId: found.yearId, classId: paper.classId, periodId: period.id };
    }
    case 'programme': {
      const { db, actor, today } = reading;
      if (!hasRole(actor, 'administrator', 'director', 'deputy')) {
        refuse('FORBIDDEN', { why: 'role' });
      }
      const year = findYearOr(db, paper.yearId, today) ?? refuse('NOT_FOUND', { what: 'year' });
      return { yearId: year.id, classId: null, periodId: null };
    }
    default:
      return assertNever(paper);
  }
}

/** Notes that a paper was printed or saved (D1); a closed year is not written into any more. */
export function paperMade(
  writing: Writing,
  { paper, how }: { readonly paper: MadePaper; readonly how: 'printed' | 'saved' },
): void {
  const { db, actor, today, now, record } = writing;
  const of = ofPaper(writing, paper);
  if (isYearClosed(db, of.yearId)) return;
  const row = { kind: paper.kind, ...of, how, madeOn: today, madeAt: now, madeBy: actor.name };
  const id = insertPaperMade(db, row);
  record('paper', String(id), null, row);
}
