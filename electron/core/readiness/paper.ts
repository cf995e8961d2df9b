import { findSchool } from '#db/queries/school';
import type { TableDocument } from '#domain/documents/table-document';
import { readinessDocument } from '#domain/readiness/readiness-document';
import { signatureOf } from '../profile/signature';
import type { OfYear, Reading } from '../unit-of-work';
import { readinessOfYear } from './readiness';

/** «Готовность журнала к учебному году» on paper, signed by who forms and who controls it (D3). */
export function readinessPaper(reading: Reading, order: OfYear): TableDocument {
  return readinessDocument({
    ...readinessOfYear(reading, order),
    school: findSchool(reading.db)?.name ?? '',
    today: reading.today,
    signatures: [signatureOf(reading, 'deputy'), signatureOf(reading, 'director')],
  });
}
