import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { addDays, weekdayOf, type IsoDate } from '#domain/calendar/iso-date';
import { hasScreen } from '../../routes/screens';
import { roomText, timetableTexts } from '../../text/timetable';
import type { GridLesson } from './grid-lesson';
import classes from './week-grid.module.css';

/** Whose week it is: a pupil's is written as a class's. */
type WeekOf = 'class' | 'teacher' | 'room';

function Lesson(props: { readonly lesson: GridLesson; readonly of: WeekOf }) {
  const { lesson, of } = props;
  const title = of === 'class' ? lesson.subjectName : lesson.className;
  const more =
    of === 'class'
      ? lesson.teachers
      : [lesson.subjectName, ...(of === 'room' ? lesson.teachers : [])];
  const room = of === 'room' ? '' : roomText(lesson.room);
  // Beside the short name of a class; a subject's name needs the whole line.
  const beside = of === 'teacher' && room !== '';
  const week = lesson.week === 0 ? '' : timetableTexts.weekSign[lesson.week];
  return (
    <div className={classes['lesson']} data-off={lesson.off || undefined}>
      <div className={classes['head']}>
        {hasScreen('/journal/$pageId') ? (
          <Anchor component={Link} to={`/journal/${lesson.pageId}`} fw={600} lineClamp={2}>
            {title}
          </Anchor>
        ) : (
          <Text fw={600} lineClamp={2}>
            {title}
          </Text>
        )}
        {beside && <span className={classes['room']}>{room}</span>}
      </div>
      <Text size="xs" c="dimmed" lineClamp={2}>
        {[...more, lesson.groupName, beside ? '' : room, week].filter(Boolean).join(' · ')}
      </Text>
      {lesson.change !== undefined && lesson.change !== '' && (
        <Text size="xs" fw={600} className={classes['change'] ?? ''}>
          {lesson.change}
        </Text>
      )}
    </div>
  );
}

const MONDAY_TO_FRIDAY = 5;
const FEWEST_LESSONS = 6;

/** A week of lessons: days across, lesson numbers down; today's column stands out. */
export function WeekGrid(props: {
  readonly lessons: readonly GridLesson[];
  readonly of: WeekOf;
  readonly today: IsoDate;
  /** The Monday, where the week is one of the calendar; `today` may lie outside it. */
  readonly monday?: IsoDate;
}) {
  const last = Math.max(FEWEST_LESSONS, ...props.lessons.map(({ lessonNumber }) => lessonNumber));
  const first = Math.min(1, ...props.lessons.map(({ lessonNumber }) => lessonNumber));
  const days = Math.max(MONDAY_TO_FRIDAY, ...props.lessons.map(({ weekday }) => weekday));
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const weekdays = timetableTexts.weekdays.slice(0, days);
  const { monday } = props;
  const within =
    monday === undefined || (monday <= props.today && props.today < addDays(monday, 7));
  const today = within ? weekdayOf(props.today) : undefined;
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
                {monday === undefined
                  ? name
                  : timetableTexts.dayOfWeek(name, addDays(monday, index))}
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
                      <Lesson
                        key={one.key ?? `${one.pageId} ${one.week} ${one.room}`}
                        lesson={one}
                        of={props.of}
                      />
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
