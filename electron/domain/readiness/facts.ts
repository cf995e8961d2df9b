import type { GradePeriod } from '../calendar/school-days';

type Grades = { readonly gradeFrom: number; readonly gradeTo: number };

export type ClassFacts = {
  readonly id: number;
  readonly name: string;
  readonly grade: number;
  readonly shift: number;
  readonly studyDays: number;
  /** Somebody who works here leads it. */
  readonly led: boolean;
  readonly pupils: number;
  /** How many subjects its curriculum has. */
  readonly subjects: number;
  /** Marks are given in its grade (R7), so control works are written. */
  readonly marked: boolean;
};

/** When the bells of a schedule ring. */
export type BellFacts = Grades & {
  readonly shift: number;
  readonly weekday: number | null;
  /** Only on one day. */
  readonly onDate: boolean;
  readonly bells: number;
};

export type PageFacts = {
  /** «8-Б, алгебра» */
  readonly name: string;
  readonly classIds: readonly number[];
  readonly teachers: readonly string[];
  /** Hours a week by the load, and those that stand in the timetable in force. */
  readonly hours: number;
  readonly placed: number;
  /** It has a plan (КТП) with lines. */
  readonly planFilled: boolean;
};

/** What a journal holds of a school year, as far as its readiness is told from it (D3). */
export type ReadinessFacts = {
  readonly profile: { readonly address: string; readonly phone: string };
  readonly periods: readonly Pick<GradePeriod, 'kind' | 'gradeFrom' | 'gradeTo'>[];
  readonly holidays: readonly Grades[];
  readonly bells: readonly BellFacts[];
  readonly rooms: number;
  readonly staff: {
    readonly director: boolean;
    readonly deputy: boolean;
    /** Who neither leads nor administers the school. */
    readonly teachers: number;
    /** The subjects of the curriculum, and whether anybody who works here teaches them. */
    readonly subjects: readonly { readonly name: string; readonly taught: boolean }[];
  };
  readonly classes: readonly ClassFacts[];
  /** Divisions of classes and groups of choice: `left` pupils are in none of the groups. */
  readonly groups: readonly {
    readonly name: string;
    readonly pupils: number;
    readonly left: number;
  }[];
  /** Individual plans in force, with the subjects that nobody teaches yet. */
  readonly individual: readonly {
    readonly name: string;
    readonly subjects: number;
    readonly untaught: number;
  }[];
  /** What the curriculum gives to be taught, and whether all of its hours are given to teachers. */
  readonly load: readonly { readonly name: string; readonly given: boolean }[];
  /** Who teaches or leads a class, and whether the journal opens to them. */
  readonly accounts: readonly { readonly name: string; readonly open: boolean }[];
  readonly pages: readonly PageFacts[];
  /** Classes with a control work that is fixed. */
  readonly controlled: ReadonlySet<number>;
};
