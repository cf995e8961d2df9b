import { Menu } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import type { LaidRow, PageLayout } from '#contract/plans';
import type { IsoDate } from '#domain/calendar/iso-date';
import { CORRECTION_KINDS, type CorrectionKind } from '#domain/plans/lay-plan';
import type { core } from '../../../api/clients';
import { shortDay } from '../../../text/journal';
import { CORRECTION_NAMES, plansTexts } from '../../../text/plans';
import classes from './layout.module.css';

const words = plansTexts.layout;
const days = (dates: readonly IsoDate[]) => dates.map(shortDay).join(', ');

/** One correction of a plan's line as the core takes it. */
export type Change = Parameters<typeof core.plans.correct>[0]['changes'][number];

/** When a line was given, will be, or that there is no lesson for it. */
function fact({ givenOn, laidOn, missing }: LaidRow): ReactNode {
  return (
    <>
      {givenOn.length > 0 && <span>{days(givenOn)} </span>}
      {laidOn.length > 0 && <span className={classes['dim']}>{words.laid(days(laidOn))} </span>}
      {missing > 0 && <span className={classes['bad']}>{words.noLesson}</span>}
    </>
  );
}

/** What the correction of a line leaves of its hours. */
const leaves = (kind: CorrectionKind, hours: number) =>
  kind === 'hours' ? `, ${words.hoursLeft(hours)}` : '';

/** Which corrections a line can have: fewer hours only where it has several. */
const kindsFor = ({ hours }: LaidRow) =>
  CORRECTION_KINDS.filter((kind) => kind !== 'hours' || hours > 1);

function CorrectionCell(props: {
  readonly row: LaidRow;
  readonly proposal: PageLayout['proposals'][number] | undefined;
  readonly editable: boolean;
  readonly onSet: (kind: CorrectionKind, hours: number) => void;
  readonly onTakeBack: () => void;
}) {
  const { row, proposal, editable } = props;
  const { correction } = row;
  if (correction !== null) {
    return (
      <span
        className={classes['correction']}
        title={`${correction.madeBy}, ${shortDay(correction.madeOn)}`}
      >
        <span>
          {CORRECTION_NAMES[correction.kind]}
          {leaves(correction.kind, correction.hours)} — {correction.reason}
        </span>
        {editable && (
          <button type="button" className={classes['link']} onClick={props.onTakeBack}>
            {words.takeBack}
          </button>
        )}
      </span>
    );
  }
  if (!editable || row.givenOn.length > 0) return null;
  return (
    <span className={classes['correction']}>
      {proposal && (
        <span className={classes['dim']}>
          {words.proposed}: {CORRECTION_NAMES[proposal.kind]}
          {leaves(proposal.kind, proposal.hours)}
        </span>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <button
            type="button"
            className={classes['link']}
            data-quiet={proposal === undefined && row.missing === 0 ? '' : undefined}
            aria-label={`${words.choose}: ${row.topic}`}
          >
            {words.choose}…
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {kindsFor(row).map((kind) => (
            <Menu.Item
              key={kind}
              onClick={() => props.onSet(kind, kind === 'hours' ? row.hours - 1 : 0)}
            >
              {CORRECTION_NAMES[kind]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}

/** The lines of a laid plan with their days, and how each is made up for. */
export function LayoutRows(props: {
  readonly layout: PageLayout;
  readonly onChange: (changes: Change[]) => void;
  readonly onSet: (rowId: number, kind: CorrectionKind, hours: number) => void;
}) {
  const { layout } = props;
  const proposals = new Map(layout.proposals.map((one) => [one.rowId, one]));
  const nextRow = useRef<HTMLTableRowElement>(null);
  // What comes next is in sight at once; the year before it is one scroll away.
  useEffect(() => {
    // Newer engines answer a promise: an effect must not take it for its clean-up.
    nextRow.current?.scrollIntoView({ block: 'center' });
  }, []);
  const next = layout.rows.find(({ givenOn, laidOn }) => givenOn.length === 0 && laidOn.length > 0);
  return (
    <div className={classes['scroller']} tabIndex={0} role="region" aria-label={words.table}>
      <table className={classes['table']}>
        <colgroup>
          {['4.5rem', 'auto', '8rem', '10rem', '4.5rem', '19rem'].map((width, index) => (
            <col key={index} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {Object.entries(words.columns).map(([key, title]) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {layout.rows.map((row, index) => {
            const { section } = row;
            const begins = section !== '' && section !== layout.rows[index - 1]?.section;
            return [
              begins && (
                <tr key={`section ${row.id}`} className={classes['section']}>
                  <td colSpan={6}>{section}</td>
                </tr>
              ),
              <tr
                key={row.id}
                ref={row === next ? nextRow : undefined}
                data-next={row === next ? '' : undefined}
                data-control={row.kind === 'control' ? '' : undefined}
              >
                <td className={classes['number']}>
                  {row.from === row.to ? row.from : `${row.from}–${row.to}`}
                </td>
                <td>{row.topic}</td>
                <td className={classes['number']}>{days(row.plannedOn)}</td>
                <td className={classes['number']}>{fact(row)}</td>
                <td className={classes['number']}>{row.hours}</td>
                <td>
                  <CorrectionCell
                    row={row}
                    proposal={proposals.get(row.id)}
                    editable={layout.canCorrect}
                    onSet={(kind, hours) => props.onSet(row.id, kind, hours)}
                    onTakeBack={() => props.onChange([{ rowId: row.id, kind: null }])}
                  />
                </td>
              </tr>,
            ];
          })}
        </tbody>
      </table>
    </div>
  );
}
