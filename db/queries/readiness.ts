import { all, rows, select, type ReadableDb } from '../statement';

const ofYear = `JOIN journal_page AS page ON page.id = work.page_id
  JOIN study_group ON study_group.id = page.group_id
  JOIN school_class AS class ON class.id = study_group.class_id WHERE class.year_id = ?`;
const controlledPages = select<[number], { pageId: number }>(
  `SELECT DISTINCT work.page_id AS pageId FROM control_work AS work ${ofYear} AND work.fixed = 1`,
);
const accounts = select<[], [staffId: number]>(
  'SELECT staff_id FROM account WHERE blocked_at IS NULL',
);

/** The pages of a year on which a control work is fixed. */
export const findControlledPages = (db: ReadableDb, yearId: number): ReadonlySet<number> =>
  new Set(all(db, controlledPages, [yearId]).map(({ pageId }) => pageId));
/** To whom the journal opens. */
export const findOpenAccounts = (db: ReadableDb): ReadonlySet<number> =>
  new Set(rows(db, accounts, []).map(([staffId]) => staffId));
