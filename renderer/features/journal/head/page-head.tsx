import { Popover } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { PageSummary } from '#contract/journal-page';
import type { Period } from '#contract/school';
import { journalTexts, periodTitle, periodTab } from '../../../text/journal';
import { useSession } from '../../../api/session';
import { isAtHand } from '../substituting';
import { FilterList } from './filter-list';
import classes from './head.module.css';

/** «8-Б · Алгебра», with the subgroup where there is one. */
export const pageTitle = (page: PageSummary): string =>
  `${page.className} · ${page.subjectName}${page.groupName === '' ? '' : ` · ${page.groupName}`}`;

/** The page's name; opens the list of all pages, which typing narrows. */
export function PagePicker(props: {
  readonly pages: readonly PageSummary[];
  readonly current: PageSummary | undefined;
  readonly onChoose: (pageId: number) => void;
  /** The list is gone: the keyboard may go back to the page. */
  readonly onClosed: () => void;
}) {
  const { today } = useSession();
  const [open, setOpen] = useState(false);
  const rank = (page: PageSummary) => Number(page.mine) * 2 + Number(isAtHand(page, today));
  const options = props.pages
    .toSorted((a, b) => rank(b) - rank(a))
    .map((page) => ({
      id: page.id,
      text: pageTitle(page),
      group: isAtHand(page, today) ? journalTexts.myPages : journalTexts.otherPages,
      ...(page.mine ? {} : { hint: page.teachers.join(', ') }),
    }));
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      onExitTransitionEnd={props.onClosed}
      width={380}
      position="bottom-start"
      trapFocus
    >
      <Popover.Target>
        <h1 className={classes['heading']}>
          <button
            type="button"
            className={classes['picker']}
            data-long={(props.current && pageTitle(props.current).length > 30) || undefined}
            title={
              props.current
                ? `${pageTitle(props.current)}\n${journalTexts.choosePage}`
                : journalTexts.choosePage
            }
            onClick={() => setOpen(!open)}
          >
            {props.current ? pageTitle(props.current) : journalTexts.choosePage} ▾
          </button>
        </h1>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <FilterList
          label={journalTexts.findPage}
          options={options}
          chosen={props.current?.id}
          onChoose={(id) => {
            setOpen(false);
            props.onChoose(id);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** A page in as few letters as tell it from the others of the same teacher. */
function chipText(page: PageSummary, oneSubject: boolean): string {
  const group = page.groupName === '' ? '' : ` ${page.groupName}`;
  if (oneSubject) return `${page.className}${group}`;
  const [word = ''] = page.subjectName.split(/[\s(]/);
  const subject = word.length > 8 ? `${word.slice(0, 6)}.` : word;
  return `${page.className} ${subject.toLowerCase()}${group}`;
}

/** «Мои страницы»: one click from page to page. */
export function MyPages(props: {
  readonly pages: readonly PageSummary[];
  readonly currentId: number | undefined;
  readonly onChoose: (pageId: number) => void;
}) {
  const { currentId } = props;
  const { today } = useSession();
  const mine = props.pages.filter((page) => isAtHand(page, today));
  const chips = useRef<HTMLElement>(null);
  useEffect(() => {
    const chip = chips.current?.querySelector(`[data-page="${currentId ?? 0}"]`);
    chip?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [currentId]);
  const oneSubject = new Set(mine.map((page) => page.subjectId)).size === 1;
  return (
    <nav ref={chips} className={classes['chips']} aria-label={journalTexts.myPages}>
      {mine.map((page) => (
        <button
          key={page.id}
          type="button"
          className={classes['chip']}
          title={pageTitle(page)}
          data-page={page.id}
          aria-current={page.id === currentId ? 'page' : undefined}
          onClick={() => props.onChoose(page.id)}
        >
          {chipText(page, oneSubject)}
          {!page.mine && <small> {journalTexts.substituting}</small>}
        </button>
      ))}
    </nav>
  );
}

/** I II III IV Год, or the halves of the upper grades. */
export const PeriodTabs = (props: {
  readonly periods: readonly Period[];
  readonly current: number;
  readonly onChoose: (periodId: number) => void;
}) => (
  <div role="tablist" aria-label={journalTexts.periods} className={classes['tabs']}>
    {props.periods.map((period) => (
      <button
        key={period.id}
        type="button"
        role="tab"
        className={classes['tab']}
        aria-selected={period.id === props.current}
        aria-label={periodTitle(period)}
        onClick={() => props.onChoose(period.id)}
      >
        {periodTab(period)}
      </button>
    ))}
  </div>
);
