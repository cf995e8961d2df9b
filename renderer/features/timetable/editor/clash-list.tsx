import { UnstyledButton } from '@mantine/core';
import type { ClashOf } from '#domain/timetable/clashes';
import { placementKey, type Placement } from '#domain/timetable/ground';
import { editorTexts } from '../../../text/timetable-editor';
import classes from './board.module.css';
import type { Names } from './names';

/** Every clash of the version, allowed or come with an import; a click leads to it. */
export function ClashList(props: {
  readonly clashes: readonly ClashOf[];
  readonly names: Names;
  readonly onOpen: (place: Placement) => void;
}) {
  const { names, clashes } = props;
  return (
    <div
      className={classes['list']}
      role="region"
      aria-label={editorTexts.tabs.clashes}
      tabIndex={clashes.length > 0 ? -1 : 0}
    >
      {clashes.map(({ place, clash }, index) => (
        <UnstyledButton
          // Two clashes may be of one hour and one kind.
          key={`${placementKey(place)} ${clash.kind} ${index}`}
          className={classes['item'] ?? ''}
          onClick={() => props.onOpen(place)}
        >
          <span aria-hidden>{editorTexts.signs[clash.level === 'never' ? 'never' : 'ask']}</span>
          <strong>
            {editorTexts.place(editorTexts.days[place.weekday - 1] ?? '', place.lessonNumber)}
          </strong>
          <small>{names.lesson(place.pageId)}</small>
          <small>{names.clash(clash)}</small>
        </UnstyledButton>
      ))}
      {clashes.length === 0 && (
        <div className={classes['strip']} style={{ padding: '0.5rem' }}>
          {editorTexts.noClashes}
        </div>
      )}
    </div>
  );
}
