import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { queries } from '../../../api/queries';
import { homeworkTexts as words } from '../../../text/homework';
import classes from './homework.module.css';
import panel from './panel.module.css';

/** The cursor may only be passing by. */
const PAUSE_MS = 300;

/** What all subjects together set for the days of this homework, against the norm of the age (V6). */
export function HomeworkLoad(props: {
  readonly lessonId: number;
  /** Grows with every change that is in the journal. */
  readonly version: string;
}) {
  const { lessonId, version } = props;
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(true), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, []);
  const days = useQuery({
    ...queries.homework.days.queryOptions({ input: { lessonId } }),
    queryKey: [...queries.homework.days.queryKey({ input: { lessonId } }), version],
    staleTime: 0,
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  return (days.data ?? []).map((day) => {
    // Nobody said how long anything takes: there is nothing to compare with the norm.
    if (day.minutes === 0) return null;
    const over = day.minutes > day.norm;
    return (
      <details key={day.date} className={classes['load']}>
        <summary className={over ? classes['over'] : undefined}>
          {over ? '⚠ ' : ''}
          {words.load(day)}
        </summary>
        {over && <div>{words.overNorm(day.norm)}</div>}
        <ul>
          {day.subjects.map(({ subjectName, minutes }) => (
            <li key={subjectName}>{words.subject(subjectName, minutes)}</li>
          ))}
        </ul>
        {day.unknown > 0 && <span className={panel['dim']}>{words.unknown(day.unknown)}</span>}
      </details>
    );
  });
}
