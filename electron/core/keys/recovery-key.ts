import { randomBytes } from 'node:crypto';
import { recoveryKeyOf } from '#domain/keys/recovery-key-text';

const RANDOM_BYTES = 16;

/** A new recovery key: 128 random bits and a check, nine groups of four signs (requirement B5). */
export const newRecoveryKey = (): string =>
  recoveryKeyOf([...randomBytes(RANDOM_BYTES)].flatMap((byte) => [byte >> 4, byte & 15]));
