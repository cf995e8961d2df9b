import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import type { SpecialDayDraft } from '#domain/year-opening/next-year';
import { setUpTexts } from '../../text/school-set-up';
import { yearOpeningTexts } from '../../text/year-opening';
import { DateField } from '../../ui/date-field/date-field';
import classes from './new-year.module.css';

const words = yearOpeningTexts.year;
const ground = setUpTexts.calendar;

/** A special day whose date may be emptied while it is typed. */
export type Undated = Omit<SpecialDayDraft, 'date'> & { readonly date: IsoDate | null };

/** The special days offered for the new year: the date is changed in place, what is not wanted goes. */
export function SpecialDayRows({
  days,
  fixed,
  onChange,
}: {
  readonly days: readonly Undated[];
  readonly fixed: boolean;
  readonly onChange: (days: Undated[]) => void;
}) {
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{ground.date}</th>
          <th scope="col">{ground.worksAs}</th>
          <th scope="col">{ground.name}</th>
          <th scope="col">{words.grades}</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day, index) => {
          const { name, worksAs, gradeFrom, gradeTo } = day;
          const like =
            worksAs === null
              ? ground.dayOff
              : ground.likeDay(setUpTexts.bells.weekdays[worksAs - 1] ?? '');
          const told = name === '' ? like : name;
          return (
            <tr key={index}>
              <td>
                {fixed ? (
                  day.date !== null && formatDate(day.date)
                ) : (
                  <DateField
                    label={`${told}: ${ground.date}`}
                    hideLabel
                    value={day.date}
                    onChange={(date) =>
                      onChange(days.map((one, at) => (at === index ? { ...one, date } : one)))
                    }
                  />
                )}
              </td>
              <td>{like}</td>
              <td>{name}</td>
              <td>{`${gradeFrom}–${gradeTo}`}</td>
              {!fixed && (
                <td>
                  <ActionIcon
                    size="sm"
                    aria-label={words.removeHoliday(told)}
                    onClick={() => onChange(days.filter((_, at) => at !== index))}
                  >
                    <IconX size={15} />
                  </ActionIcon>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
