import { Button } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useState } from 'react';
import type { RegulationSummary } from '#contract/regulation';
import { core } from '../../api/clients';
import { mayCall } from '../../api/procedure-meta';
import { useSession } from '../../api/session';
import { regulationTexts as words } from '../../text/regulation';
import { confirm } from '../../ui/confirm';
import { notifyDone, notifyError } from '../../ui/notify';
import { afterRegulation } from './deeds';
import { PaperButton } from '../../ui/document-view/paper-buttons';
import { NewDraftForm, PutInForceForm, RenameForm } from './draft-forms';

type Form = 'draft' | 'rename' | 'force';

/** What can be done with the version that is open, by its state and the roles of who looks. */
export function VersionActions(props: {
  readonly summary: RegulationSummary | undefined;
  readonly onOpen: (part: 'compare' | 'paper') => void;
  readonly onMade: (id: number | undefined) => void;
}) {
  const { summary, onMade } = props;
  const { roles } = useSession();
  const [form, setForm] = useState<Form | null>(null);
  const { actions } = words;
  const draft = summary?.state === 'draft';
  const tell = async (deed: Promise<unknown>, done: string) => {
    try {
      await afterRegulation(deed);
      notifyDone(done);
    } catch (error) {
      notifyError(error);
    }
  };
  const approve = async () => {
    if (summary === undefined) return;
    const { id, version, title } = summary;
    const { text, ...ask } = words.approveAsk;
    if (!(await confirm({ ...ask, text: text(title) }))) return;
    await tell(core.regulation.approve({ id, version }), words.approvedNow);
  };
  const remove = async () => {
    if (summary === undefined) return;
    const { text, ...ask } = words.removeAsk;
    if (!(await confirm({ ...ask, text: text(summary.title), danger: true }))) return;
    await tell(core.regulation.removeDraft({ id: summary.id }), words.removed);
    onMade(undefined);
  };
  const withdraw = ({ id, version }: RegulationSummary) =>
    core.regulation.withdraw({ id, version });
  return (
    <>
      {draft && mayCall(roles, 'regulation.removeDraft') && (
        <Button variant="default" onClick={() => void remove()}>
          {actions.remove}
        </Button>
      )}
      {draft && mayCall(roles, 'regulation.rename') && (
        <Button variant="default" onClick={() => setForm('rename')}>
          {actions.rename}
        </Button>
      )}
      {summary !== undefined && (
        <>
          <Button
            variant="default"
            leftSection={<IconArrowsDiff size={16} />}
            onClick={() => props.onOpen('compare')}
          >
            {actions.compare}
          </Button>
          <PaperButton onClick={() => props.onOpen('paper')}>{actions.print}</PaperButton>
        </>
      )}
      {mayCall(roles, 'regulation.newDraft') && (
        <Button variant="default" onClick={() => setForm('draft')}>
          {actions.newDraft}
        </Button>
      )}
      {summary?.approvedAt === null && mayCall(roles, 'regulation.approve') && (
        <Button onClick={() => void approve()}>{actions.approve}</Button>
      )}
      {summary?.state === 'coming' && mayCall(roles, 'regulation.withdraw') && (
        <Button variant="default" onClick={() => void tell(withdraw(summary), words.withdrawn)}>
          {actions.withdraw}
        </Button>
      )}
      {summary?.state === 'approved' && mayCall(roles, 'regulation.putInForce') && (
        <Button onClick={() => setForm('force')}>{actions.putInForce}</Button>
      )}
      {form === 'draft' && (
        <NewDraftForm
          summary={summary}
          onClose={() => setForm(null)}
          onMade={(id) => {
            setForm(null);
            onMade(id);
          }}
        />
      )}
      {form === 'rename' && summary !== undefined && (
        <RenameForm summary={summary} onClose={() => setForm(null)} />
      )}
      {form === 'force' && summary !== undefined && (
        <PutInForceForm summary={summary} onClose={() => setForm(null)} />
      )}
    </>
  );
}
