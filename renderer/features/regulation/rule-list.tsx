import { ActionIcon, Badge, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Regulation, RuleEntry } from '#domain/regulation/regulation';
import {
  KEPT_BY_PROGRAM,
  RULES,
  SECTION_TITLES,
  SECTIONS,
  type RuleId,
} from '#domain/regulation/rules';
import { ruleSentence } from '#domain/regulation/sentences';
import { regulationTexts as words } from '../../text/regulation';
import classes from './regulation.module.css';
import { RuleEditor, type RuleDraft } from './rule-editor';
import type { AnyValue } from './value-field';

/** The rules of a document by its parts, each with the clause it comes from beside. */
export function RuleList(props: {
  readonly document: Regulation;
  /** The rules to show, in the order of the document. */
  readonly shown: readonly RuleId[];
  /** Absent: only to read. */
  readonly onSave?: (id: RuleId, draft: RuleDraft) => Promise<unknown>;
}) {
  const { document, shown, onSave } = props;
  const [editing, setEditing] = useState<RuleId | null>(null);
  const buttons = useRef(new Map<RuleId, HTMLButtonElement | null>());
  const close = (id: RuleId) => {
    setEditing(null);
    requestAnimationFrame(() => buttons.current.get(id)?.focus());
  };
  return SECTIONS.map((section) => {
    const rules = shown.filter((id) => RULES[id].section === section);
    if (rules.length === 0) return null;
    return (
      <section key={section} aria-label={SECTION_TITLES[section]}>
        <Title order={2} className={classes['section'] ?? ''}>
          {SECTION_TITLES[section]}
        </Title>
        {rules.map((id) => {
          const entry: RuleEntry<AnyValue> = document.rules[id];
          return (
            <article key={id} className={classes['rule']} aria-label={RULES[id].title}>
              <div className={classes['row']}>
                <div>
                  <Text fw={600} size="sm">
                    {RULES[id].title}
                  </Text>
                  <Text>{ruleSentence(document, id)}</Text>
                  {!KEPT_BY_PROGRAM.has(id) && (
                    <Text c="dimmed" size="sm">
                      {words.forPeople}
                    </Text>
                  )}
                </div>
                <div>
                  <div className={classes['source']}>
                    {entry.clauses.length > 0 && (
                      <Text fw={600} size="sm">
                        {entry.clauses.join(', ')}
                      </Text>
                    )}
                    {entry.origin !== 'own' && (
                      <Badge
                        variant={entry.origin === 'school' ? 'filled' : 'default'}
                        color="blue.9"
                        tt="none"
                      >
                        {words.origins[entry.origin]}
                      </Badge>
                    )}
                  </div>
                  <Text c="dimmed" size="sm">
                    {entry.words === ''
                      ? entry.clauses.length === 0
                        ? words.noClause
                        : ''
                      : `«${entry.words}»`}
                  </Text>
                </div>
                {onSave && (
                  <ActionIcon
                    ref={(button) => void buttons.current.set(id, button)}
                    variant="default"
                    size="lg"
                    aria-label={words.change(RULES[id].title)}
                    aria-expanded={editing === id}
                    onClick={() => setEditing(editing === id ? null : id)}
                  >
                    <IconPencil size={16} />
                  </ActionIcon>
                )}
              </div>
              {editing === id && onSave && (
                <RuleEditor
                  id={id}
                  preset={document.preset}
                  entry={entry}
                  onSave={(draft) => onSave(id, draft)}
                  onClose={() => close(id)}
                />
              )}
            </article>
          );
        })}
      </section>
    );
  });
}
