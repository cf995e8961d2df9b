import { Button, FileButton, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PupilCard } from '#contract/pupils';
import { listName } from '#domain/people/name';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { queryClient } from '../../../api/query-client';
import { cardTexts } from '../../../text/pupil-card';
import { notifyError, notifyPlainly } from '../../../ui/notify';
import type { Undo } from '../../../ui/use-undo';
import { refreshCard } from './card-data';
import classes from './card.module.css';
import { shrinkPhoto } from './shrink-photo';

const words = cardTexts.photo;

/** The pupil's photograph: optional, small, chosen from a file. */
export function PhotoBox({ card, undo }: { readonly card: PupilCard; readonly undo: Undo }) {
  const { id } = card;
  const options = queries.pupils.photo.queryOptions({ input: { pupilId: id } });
  const photo = useQuery({ ...options, enabled: card.hasPhoto });
  const shown = card.hasPhoto ? (photo.data?.jpegBase64 ?? null) : null;
  const put = async (jpegBase64: string | null) => {
    await core.pupils.setPhoto({ pupilId: id, jpegBase64 });
    queryClient.setQueryData(options.queryKey, { jpegBase64 });
    await refreshCard(id);
  };
  const change = (jpegBase64: string | null) =>
    put(jpegBase64).then(() => undo.did(words.label, () => put(shown)), notifyError);
  const choose = async (file: File | null) => {
    if (file === null) return;
    const jpeg = await shrinkPhoto(file);
    if (jpeg === undefined) notifyPlainly(words.unreadable);
    else await change(jpeg);
  };
  return (
    <Stack gap="xs" align="center">
      <div className={classes['photo']}>
        {shown === null ? (
          words.none
        ) : (
          <img src={`data:image/jpeg;base64,${shown}`} alt={words.alt(listName(card.data))} />
        )}
      </div>
      {card.mayEdit && (
        <Group gap={4} justify="center">
          <FileButton accept="image/*" onChange={(file) => void choose(file)}>
            {(props) => (
              <Button {...props} size="compact-xs" variant="default">
                {words.choose}
              </Button>
            )}
          </FileButton>
          {shown !== null && (
            <Button size="compact-xs" variant="subtle" onClick={() => void change(null)}>
              {words.drop}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}
