import { plural } from '../text/plural';
import type { ReadinessItem } from './readiness';
import { sectionFacts } from './sections';

/** «12 из 14 классов», «есть»; «не требуется» where nothing is asked for. */
export function amountWords({ section, state, have, total, whole }: ReadinessItem): string {
  if (total === 0) return state === 'done' ? 'не требуется' : '';
  if (whole) return have === 1 ? 'есть' : 'нет';
  const [one, many] = sectionFacts(section).counted;
  return `${have} из ${total} ${plural(total, one, many, many)}`;
}

/** «8-А; 8-Б и ещё 3»; what comes first where nothing can be said before. */
export function missingWords({ missing, after }: ReadinessItem, shown: number): string {
  if (after !== null) return `Сначала — «${sectionFacts(after).title}»`;
  const rest = missing.length - shown;
  const names = missing.slice(0, rest > 0 ? shown : missing.length).join('; ');
  return rest > 0 ? `${names} и ещё ${rest}` : names;
}
