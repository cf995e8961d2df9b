import type { MadePaper } from '#contract/papers';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { notifyError } from '../notify';

/** Notes that a paper was printed or saved, so that nobody is told to do it any more. */
export const noteMade =
  (paper: MadePaper) =>
  (how: 'printed' | 'saved'): void => {
    core.papers
      .made({ paper, how })
      .then(() => queryClient.invalidateQueries({ queryKey: queries.duties.key() }))
      .catch(notifyError);
  };
