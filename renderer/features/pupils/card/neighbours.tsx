import { ActionIcon, Tooltip } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { queries } from '../../../api/queries';
import { cardTexts } from '../../../text/pupil-card';

const LONGEST_WAIT_MS = 2000;
const STEP_MS = 40;

/** Goes on when no field of the card holds anything unsaved; not at all where one keeps it. */
function whenSaved(go: () => void, waited = 0): void {
  if (document.querySelector('[data-dirty="true"]') === null) go();
  else if (waited < LONGEST_WAIT_MS) setTimeout(() => whenSaved(go, waited + STEP_MS), STEP_MS);
}

/** The cards before and after this one in the list of the class: Alt+↑ and Alt+↓ walk through it. */
export function Neighbours(props: { readonly pupilId: number; readonly classId: number | null }) {
  const { pupilId, classId } = props;
  const navigate = useNavigate();
  const list = useQuery({
    ...queries.people.pupils.queryOptions({ input: classId === null ? {} : { classId } }),
    enabled: classId !== null,
  });
  const ids = (list.data ?? []).map(({ id }) => id);
  const at = ids.indexOf(pupilId);
  const target = (by: 1 | -1) => (at < 0 ? undefined : ids[at + by]);
  const go = (by: 1 | -1) => {
    const id = target(by);
    if (id !== undefined) void navigate({ to: `/pupils/card/${id}` });
  };
  useWindowEvent('keydown', (event) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (by === undefined || !event.altKey) return;
    event.preventDefault();
    // What is being typed is saved first, as at any leaving of a field; what is refused stays here.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    whenSaved(() => go(by));
  });
  if (at < 0) return null;
  const button = (by: 1 | -1, label: string, icon: typeof IconChevronUp) => {
    const Icon = icon;
    return (
      <Tooltip label={label}>
        <ActionIcon
          variant="default"
          aria-label={label}
          disabled={target(by) === undefined}
          onClick={() => go(by)}
        >
          <Icon size={16} />
        </ActionIcon>
      </Tooltip>
    );
  };
  return (
    <>
      {button(-1, cardTexts.previous, IconChevronUp)}
      {button(1, cardTexts.next, IconChevronDown)}
    </>
  );
}
