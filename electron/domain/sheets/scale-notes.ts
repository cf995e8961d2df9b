import { isSoundScale, type PointScale } from '../marks/point-scale';

type Scaled = { readonly scale?: PointScale; readonly scaleName?: string };

const span = (from: number, to: number) => (from === to ? `${from}` : `${from}–${to}`);

/**
 * The foot note on subjects that are not marked by five points: how their marks are counted, and what
 * is left out because points of different scales have no common average.
 */
export function scaleNotes(subjects: readonly Scaled[]): readonly string[] {
  const scales = new Map(
    subjects.flatMap(({ scale, scaleName }) =>
      scale !== undefined && isSoundScale(scale) ? [[scaleName ?? '', scale] as const] : [],
    ),
  );
  if (scales.size === 0) return [];
  const levels = [...scales].map(
    ([name, { lowest, satisfactoryFrom, goodFrom, excellentFrom, highest }]) =>
      `${name}: ${span(excellentFrom, highest)} — как «5», ${span(goodFrom, excellentFrom - 1)} — как «4», ` +
      `${span(satisfactoryFrom, goodFrom - 1)} — как «3», ${span(lowest, satisfactoryFrom - 1)} — как «2»`,
  );
  return [
    `* Отметки ставятся по другой шкале. Число отметок, успеваемость, качество и СОУ посчитаны по уровням (${levels.join('; ')}). ` +
      'Средний балл по предмету — в баллах своей шкалы; в средний балл ученика и класса эти отметки не входят.',
  ];
}
