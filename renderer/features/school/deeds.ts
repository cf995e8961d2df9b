import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { notifyError } from '../../ui/notify';

type Topic = 'rooms' | 'bells' | 'calendar' | 'dictionaries' | 'staff' | 'profile';

/** Waits for a command, then asks anew for what the topic and the school's overview show. */
export async function afterDeed(topic: Topic, deed: Promise<unknown>): Promise<void> {
  await deed;
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: queries[topic].key() }),
    queryClient.invalidateQueries({ queryKey: queries.school.key() }),
  ]);
}

/** The same for a button: a refusal is told in the corner. */
export const tell = (topic: Topic, deed: Promise<unknown>): void => {
  afterDeed(topic, deed).catch(notifyError);
};
