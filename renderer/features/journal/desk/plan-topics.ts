import type { NextTopics } from '#contract/plans';
import { PLAIN_ASSIGNMENT } from '#domain/journal/assigned-work';
import type { PlanKind } from '#domain/plans/plan-row';
import { sameLesson, sameWork, workKey } from '../store/keys';
import type { PageStore } from '../store/page-store';
import { editWithUndo, type Change } from '../store/undo';

/** Why Ctrl+T takes nothing. */
export type TopicProblem = 'notYours' | 'loading' | 'noPlan' | 'topicThere' | 'planOver';

/** What the plan has for a lesson. */
export type OfferedTopic = {
  readonly rowIds: readonly number[];
  /** «урок 34» */
  readonly ordinal: number;
  readonly topic: string;
  readonly homework: string;
  readonly kind: PlanKind;
};

/** The plan beside the page: what each lesson would get, and taking it as one step to take back. */
export type PlanTopics = {
  /** Comes after the page is shown; null where the page has no plan. */
  readonly set: (next: NextTopics | null | undefined) => void;
  readonly get: () => NextTopics | null | undefined;
  readonly offered: (lessonId: number) => OfferedTopic | undefined;
  /** Puts the topic laid for the lesson into it. */
  readonly next: (
    lessonId: number,
  ) => { readonly changes: readonly Change[] } | { readonly problem: TopicProblem };
  /** Puts other lines of the plan into the lesson: instead of, or beside those it has. */
  readonly choose: (
    lessonId: number,
    rowId: number,
    beside: boolean,
  ) => { readonly changes: readonly Change[] };
};

const KIND_WORDS: Readonly<Partial<Record<PlanKind, RegExp>>> = {
  control: /^контрольн/iu,
  practical: /^практическ/iu,
  laboratory: /^лаборатор/iu,
};

export function createPlanTopics(store: PageStore): PlanTopics {
  const { model } = store;
  let plan: NextTopics | null | undefined;

  const linesOf = (rowIds: readonly number[]) =>
    (plan?.rows ?? []).filter(([id]) => rowIds.includes(id));
  function offerOf(rowIds: readonly number[], ordinal?: number): OfferedTopic | undefined {
    const lines = linesOf(rowIds);
    const [first] = lines;
    if (first === undefined) return undefined;
    const kinds = lines.map(([, , , , kind]) => kind);
    return {
      rowIds: lines.map(([id]) => id),
      ordinal: ordinal ?? first[1],
      topic: lines.map(([, , topic]) => topic).join('; '),
      homework: lines.flatMap(([, , , , , homework]) => homework || []).join('; '),
      kind: kinds.find((kind) => KIND_WORDS[kind] !== undefined) ?? 'lesson',
    };
  }
  const offered = (lessonId: number) => {
    const laid = plan?.lessons.find(([id]) => id === lessonId);
    return laid && offerOf(laid[2], laid[1]);
  };

  /** Topic, homework where there is none, and the kind of the work where none was chosen. */
  function put(lessonId: number, offer: OfferedTopic): readonly Change[] {
    const key = String(lessonId);
    const { shown } = store.lessons.get(key);
    const homework =
      shown.homework !== '' || !model.page.withHomework ? shown.homework : offer.homework;
    const texts = { topic: offer.topic, homework, planRows: offer.rowIds };
    const changes = [editWithUndo(store.lessons, sameLesson, key, texts)];
    const words = KIND_WORDS[offer.kind];
    const kind = words && model.workKinds.find(({ name }) => words.test(name));
    const free = store.worksOf(lessonId).length === 0 && model.page.noMarks === null;
    if (kind !== undefined && free) {
      const work = { kindId: kind.id, weight: kind.weight, title: '', ...PLAIN_ASSIGNMENT };
      changes.push(editWithUndo(store.works, sameWork, workKey(lessonId, 1), work));
    }
    return changes.flatMap((change) => change ?? []);
  }

  return {
    set(next) {
      plan = next;
      store.topics.tell('plan');
    },
    get: () => plan,
    offered,
    next(lessonId) {
      if (!model.page.canEdit) return { problem: 'notYours' };
      if (plan === undefined) return { problem: 'loading' };
      if (plan === null) return { problem: 'noPlan' };
      if (store.lessons.get(String(lessonId)).shown.topic !== '') return { problem: 'topicThere' };
      const offer = offered(lessonId);
      return offer === undefined ? { problem: 'planOver' } : { changes: put(lessonId, offer) };
    },
    choose(lessonId, rowId, beside) {
      const { shown } = store.lessons.get(String(lessonId));
      const rowIds = beside ? [...new Set([...shown.planRows, rowId])] : [rowId];
      const offer = offerOf(rowIds);
      return { changes: offer === undefined ? [] : put(lessonId, offer) };
    },
  };
}
