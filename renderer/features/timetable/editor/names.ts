import type { EditorData, EditorPage } from '#contract/timetable';
import { assertNever } from '#domain/assert-never';
import type { Clash } from '#domain/timetable/clashes';
import type { Placement } from '#domain/timetable/ground';
import type { SlotHint } from '#domain/timetable/slot-hints';
import type { SlotWarning } from '#domain/timetable/slot-warnings';
import { editorTexts } from '../../../text/timetable-editor';
import { roomText } from '../../../text/timetable';

/** The words of everything the editor names. */
export type Names = ReturnType<typeof namesOf>;

const { reasons } = editorTexts;

export function namesOf(data: EditorData) {
  const pages = new Map(data.pages.map((page) => [page.id, page]));
  const classes = new Map(data.classes.map(({ id, name }) => [id, name]));
  const teachers = new Map(data.teachers.map(({ id, name }) => [id, name]));
  const rooms = new Map(data.rooms.map(({ id, name }) => [id, roomText(name)]));
  const pupils = new Map(data.pupils);

  const className = (id: number) => classes.get(id) ?? '';
  const classNames = (page: EditorPage) => page.classIds.map(className).join(', ');
  const teacher = (id: number) => teachers.get(id) ?? '';
  const teachersOf = (page: EditorPage) =>
    page.teacherIds.length === 0 ? editorTexts.noTeacher : page.teacherIds.map(teacher).join(', ');
  const room = (id: number | null) => (id === null ? '' : (rooms.get(id) ?? ''));
  const bareRooms = new Map(data.rooms.map(({ id, name }) => [id, name]));
  const roomName = (id: number | null) => (id === null ? '' : (bareRooms.get(id) ?? ''));
  const subject = (page: EditorPage) => page.subjectName;
  const short = (page: EditorPage) => page.shortName || page.subjectName;
  /** «8-А, алгебра, 1 группа» */
  const lesson = (pageId: number): string => {
    const page = pages.get(pageId);
    return page === undefined
      ? ''
      : [classNames(page), page.subjectName, page.groupName].filter(Boolean).join(', ');
  };
  const ofOthers = (place: Placement) => lesson(place.pageId);

  function clash(one: Clash): string {
    switch (one.kind) {
      case 'teacher':
        return one.level === 'ask'
          ? reasons.joint(teacher(one.staffId), ofOthers(one.with))
          : reasons.teacher(teacher(one.staffId), ofOthers(one.with));
      case 'pupils': {
        if (one.level === 'ask') return reasons.maybePupils(ofOthers(one.with));
        const FEW = 2;
        // Of a whole class or group its name says enough; one or two are looked for by name.
        const who =
          one.pupils.length > FEW ? '' : one.pupils.map((id) => pupils.get(id) ?? '').join(', ');
        return reasons.pupils(ofOthers(one.with), who);
      }
      case 'room':
        return reasons.room(room(one.roomId), ofOthers(one.with));
      case 'busy':
        return one.level === 'ask'
          ? reasons.busyStrict(teacher(one.staffId))
          : reasons.busyWish(teacher(one.staffId));
      default:
        return assertNever(one);
    }
  }

  function warning(one: SlotWarning): string {
    switch (one.kind) {
      case 'dayOff':
        return reasons.dayOff(className(one.classId));
      case 'tooLong':
        return reasons.tooLong(className(one.classId), one.lessons, one.limit);
      case 'twiceADay':
        return reasons.twiceADay(one.with.lessonNumber);
      case 'classGap':
        return reasons.classGap(className(one.classId));
      case 'teacherGap':
        return reasons.teacherGap(teacher(one.staffId));
      case 'zeroLesson':
        return reasons.zeroLesson;
      case 'hardFirst':
        return reasons.hardFirst(className(one.classId));
      case 'hardLast':
        return reasons.hardLast(className(one.classId));
      default:
        return assertNever(one);
    }
  }

  /** What speaks against a place, the gravest first. */
  function hint({ clashes, warnings }: Pick<SlotHint, 'clashes' | 'warnings'>): readonly string[] {
    const order = ['never', 'ask', 'warn'] as const;
    const grave = clashes.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
    return [...new Set([...grave.map(clash), ...warnings.map(warning)])];
  }

  return {
    pages,
    className,
    classNames,
    teacher,
    teachersOf,
    room,
    roomName,
    subject,
    short,
    lesson,
    clash,
    hint,
  };
}
