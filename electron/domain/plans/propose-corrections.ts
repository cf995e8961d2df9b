import type { Correction, PlanLine } from './lay-plan';
import type { PlanKind } from './plan-row';

/** A line that a proposal may touch: nothing of it was given and it has no correction yet. */
export type OpenLine = PlanLine & {
  readonly kind: PlanKind;
  readonly section: string;
  readonly topic: string;
};

const RESERVE = /резерв/iu;
const REVISION = /повторени|обобщени|закреплени|систематизаци/iu;

/**
 * Ways to win back so many hours (лист корректировки), the mildest first: reserve hours are left
 * out, topics of several hours take one less, revision is merged into the topic before it, then two
 * lessons of one section are merged. Works that are checked stay whole. May find fewer than asked.
 */
export function proposeCorrections(lines: readonly OpenLine[], hours: number): Correction[] {
  const found = new Map<number, Correction>();
  let left = hours;
  const take = (correction: Correction, wins: number) => {
    if (left < wins || found.has(correction.rowId)) return;
    found.set(correction.rowId, correction);
    left -= wins;
  };
  const usual = (line: OpenLine | undefined) =>
    line !== undefined && line.kind === 'lesson' && !found.has(line.id);
  for (const line of lines) {
    if (usual(line) && RESERVE.test(line.topic)) {
      const wins = Math.min(left, line.hours);
      const rest = line.hours - wins;
      if (wins > 0) {
        take({ rowId: line.id, kind: rest === 0 ? 'leaveOut' : 'hours', hours: rest }, wins);
      }
    }
  }
  for (const line of lines) {
    if (usual(line) && line.hours > 1) {
      take({ rowId: line.id, kind: 'hours', hours: line.hours - 1 }, 1);
    }
  }
  for (const pattern of [REVISION, /(?:)/u]) {
    for (const [index, line] of lines.entries()) {
      const before = lines[index - 1];
      const near = before?.section === line.section && usual(before);
      if (near && usual(line) && line.hours === 1 && pattern.test(line.topic)) {
        take({ rowId: line.id, kind: 'merge', hours: 0 }, 1);
      }
    }
  }
  return lines.flatMap(({ id }) => found.get(id) ?? []);
}
