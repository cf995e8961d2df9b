import type { PresetId, Regulation } from '../regulation';
import { ELZH } from './elzh';
import { INS } from './ins';
import { KIA } from './kia';
import { SGO } from './sgo';
import { TIP } from './tip';

/** The five regulations a school may start from, one for each paper (R). */
export const PRESETS: Readonly<Record<PresetId, Regulation>> = {
  ins: INS,
  elzh: ELZH,
  kia: KIA,
  tip: TIP,
  sgo: SGO,
};
