/** Н, Б, У or ОП of a pupil at a lesson. */
export const ATTENDANCES = ['absent', 'ill', 'excused', 'late'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** The letter that stands in the cell. */
export const ATTENDANCE_LETTERS: Readonly<Record<Attendance, string>> = {
  absent: 'Н',
  ill: 'Б',
  excused: 'У',
  late: 'О',
};
