import { type } from '@orpc/contract';
import { z } from 'zod';
import { gradings, type Grading } from '#domain/marks/mark-value';
import { command, commandInput, id, query } from './procedure';

export const SUBJECT_KINDS = ['main', 'extra', 'additional'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export type SubjectRow = {
  readonly id: number;
  readonly name: string;
  readonly shortName: string;
  /** Предметная область. */
  readonly area: string;
  readonly kind: SubjectKind;
  readonly grading: Grading;
  readonly scaleId: number;
  readonly archived: boolean;
  /** How many pages of all years it has. */
  readonly pages: number;
};
export type WorkKindRow = {
  readonly id: number;
  readonly name: string;
  readonly shortName: string;
  readonly weight: number;
  readonly written: boolean;
  readonly archived: boolean;
  /** Works of this kind in the journal. */
  readonly works: number;
};
export type ScaleRow = {
  readonly id: number;
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
  readonly satisfactoryFrom: number;
  readonly goodFrom: number;
  readonly excellentFrom: number;
  /** Marks of periods are set in five points. */
  readonly periodsInFive: boolean;
  /** Subjects and lines of curricula that are marked by it. */
  readonly subjects: number;
};

const subject = {
  name: z.string().trim().min(1).max(200),
  shortName: z.string().trim().max(40),
  area: z.string().trim().max(200),
  kind: z.enum(SUBJECT_KINDS),
  grading: z.enum(gradings),
  scaleId: id,
};
const workKind = {
  name: z.string().trim().min(1).max(100),
  shortName: z.string().trim().min(1).max(12),
  weight: z.int().min(0).max(100),
  written: z.boolean(),
};
const point = z.int().min(0).max(100);
const scale = {
  name: z.string().trim().min(1).max(60),
  lowest: point,
  highest: point,
  satisfactoryFrom: point,
  goodFrom: point,
  excellentFrom: point,
  periodsInFive: z.boolean(),
};
const made = type<{ readonly id: number }>();
const nothing = type<void>();
const move = { id, by: z.union([z.literal(1), z.literal(-1)]) };

export const dictionariesContract = {
  subjects: query('signedIn').output(type<readonly SubjectRow[]>()),
  addSubject: command('subject.add', 'administrator').input(commandInput(subject)).output(made),
  saveSubject: command('subject.save', 'administrator')
    .input(commandInput({ id, ...subject }))
    .output(nothing),
  setSubjectArchived: command('subject.setArchived', 'administrator')
    .input(commandInput({ id, archived: z.boolean() }))
    .output(nothing),
  /** One place up or down in every list of subjects. */
  moveSubject: command('subject.move', 'administrator').input(commandInput(move)).output(nothing),
  workKinds: query('signedIn').output(type<readonly WorkKindRow[]>()),
  addWorkKind: command('workKind.add', 'administrator').input(commandInput(workKind)).output(made),
  /** A changed weight is for works to come: those in the journal keep theirs. */
  saveWorkKind: command('workKind.save', 'administrator')
    .input(commandInput({ id, ...workKind }))
    .output(nothing),
  setWorkKindArchived: command('workKind.setArchived', 'administrator')
    .input(commandInput({ id, archived: z.boolean() }))
    .output(nothing),
  scales: query('signedIn').output(type<readonly ScaleRow[]>()),
  addScale: command('scale.add', 'administrator').input(commandInput(scale)).output(made),
  saveScale: command('scale.save', 'administrator')
    .input(commandInput({ id, ...scale }))
    .output(nothing),
  removeScale: command('scale.remove', 'administrator').input(commandInput({ id })).output(nothing),
};
