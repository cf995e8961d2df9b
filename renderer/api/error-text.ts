import type { Refusal } from '#contract/errors';
import { assertNever } from '#domain/assert-never';
import { errorTexts, type Explanation } from '../text/errors';
import { ConnectionError } from './connect';
import { refusalOf } from './refusal';

/** The Russian words for a declared refusal. */
function refusalText(refusal: Refusal): Explanation {
  switch (refusal.code) {
    case 'NOT_SIGNED_IN':
      return errorTexts.notSignedIn;
    case 'SESSION_LOCKED':
      return errorTexts.locked;
    case 'PASSWORD_CHANGE_REQUIRED':
      return errorTexts.passwordChange;
    case 'WRONG_PASSWORD':
      return errorTexts.wrongPassword(refusal.data.waitSeconds);
    case 'FORBIDDEN':
      return errorTexts.forbidden[refusal.data.why];
    case 'NOT_FOUND':
      return errorTexts.notFound[refusal.data.what];
    case 'CLOSED':
      return errorTexts.closed(refusal.data);
    case 'CONFLICT':
      return errorTexts.conflict;
    case 'INVALID':
      return errorTexts.invalid[refusal.data.why];
    case 'MOVEMENT_REFUSED':
      return errorTexts.movement(refusal.data);
    case 'ALREADY_SET_UP':
      return errorTexts.alreadySetUp;
    case 'FILE_PROBLEM':
      return refusal.data.tooLarge === undefined
        ? errorTexts.file[refusal.data.problem]
        : errorTexts.tooLarge(refusal.data.tooLarge);
    case 'STORAGE_PROBLEM':
      return errorTexts.storage[refusal.data.problem];
    case 'CANCELLED':
      return errorTexts.cancelled;
    case 'BAD_REQUEST':
      return errorTexts.notAccepted;
    case 'INTERNAL':
      return errorTexts.internal(refusal.data.incidentId);
    default:
      return assertNever(refusal);
  }
}

/** The Russian words for whatever a call threw; never the error's own text. */
export function errorText(error: unknown): Explanation {
  const refusal = refusalOf(error);
  if (refusal !== undefined) return refusalText(refusal);
  if (error instanceof ConnectionError) return errorTexts.connection;
  return errorTexts.unknown;
}
