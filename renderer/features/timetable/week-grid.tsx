import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { TimetableLesson } from '#contract/school';
import { weekdayOf, type IsoDate } from '#domain/calendar/iso-date';
import { hasScreen } from '../../routes/screens';
import { roomText, timetableTexts } from '../../text/timetable';
import classes from './week-grid.module.css';

function Lesson(props: { readonly lesson: TimetableLesson; readonly of: 'class' | 'teacher' }) {
  const { lesson } = props;
  const title = props.of === 'class' ? lesson.subjectName : lesson.className;
  const more = props.of === 'class' ? lesson.teachers : [lesson.subjectName];
  return (
    <div className={classes['lesson']}>
      {hasScreen('/journal/$pageId') ? (
        <Anchor component={Link} to={`/journal/${lesson.pageId}`} fw={600} lineClamp={2}>
          {title}
        </Anchor>
      ) : (
        <Text fw={600} lineClamp={2}>
          {title}
        </Text>
      )}
      <Text size="xs" c="dimmed" lineClamp={2}>
        {[...more, lesson.groupName, roomText(lesson.room)].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}

const MONDAY_TO_FRIDAY = 5;
const FEWEST_LESSONS = 6;

/** A week of lessons: days across, lesson numbers down; today's column stands out. */
export function WeekGrid(props: {
  readonly lessons: readonly TimetableLesson[];
  readonly of: 'class' | 'teacher';
  readonly today: IsoDate;
}) {
  const last = Math.max(FEWEST_LESSONS, ...props.lessons.map(({ lessonNumber }) => lessonNumber));
  const first = Math.min(1, ...props.lessons.map(({ lessonNumber }) => lessonNumber));
  const days = Math.max(MONDAY_TO_FRIDAY, ...props.lessons.map(({ weekday }) => weekday));
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const weekdays = timetableTexts.weekdays.slice(0, days);
  const today = weekdayOf(props.today);
  return (
    <div
      className={classes['scroller']}
      tabIndex={0}
      role="region"
      aria-label={timetableTexts.title}
    >
      <table className={classes['grid']}>
        <thead>
          <tr>
            <th scope="col" className={classes['number']}>
              {timetableTexts.lesson}
            </th>
            {weekdays.map((name, index) => (
              <th key={name} scope="col" aria-current={index + 1 === today ? 'date' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbers.map((number) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              {weekdays.map((name, index) => (
                <td key={name} data-today={index + 1 === today || undefined}>
                  {props.lessons
                    .filter((one) => one.weekday === index + 1 && one.lessonNumber === number)
                    .map((one) => (
                      <Lesson key={`${one.pageId} ${one.room}`} lesson={one} of={props.of} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
