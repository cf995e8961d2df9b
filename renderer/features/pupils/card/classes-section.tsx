import { Text } from '@mantine/core';
import type { PupilCard } from '#contract/pupils';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { cardTexts, movementNames } from '../../../text/pupil-card';
import classes from './card.module.css';
import { Section } from './section';

const words = cardTexts.classes;
const span = (from: IsoDate, to: IsoDate | null) =>
  to === null ? words.since(formatDate(from)) : `${formatDate(from)} — ${formatDate(to)}`;

/** Where the pupil was when, and by which orders. */
export function ClassesSection({ card }: { readonly card: PupilCard }) {
  return (
    <Section title={words.title}>
      {card.classes.length === 0 && <Text c="dimmed">{words.none}</Text>}
      <ul className={classes['lines']}>
        {card.classes.map((one) => (
          <li key={`${one.yearName} ${one.className} ${one.from}`}>
            <div className={classes['line']}>
              <strong>{one.className}</strong>
              <span className="sj-numbers">{span(one.from, one.to)}</span>
            </div>
            <div className={classes['dim']}>
              {[
                one.yearName,
                ...(one.homeroomTeacher === null ? [] : [words.teacher(one.homeroomTeacher)]),
              ].join(' · ')}
            </div>
          </li>
        ))}
        {card.movements.map((one) => (
          <li key={one.id}>
            <div className={classes['line']}>
              <span>
                {[movementNames[one.kind], [one.fromClass, one.toClass].filter(Boolean).join(' → ')]
                  .filter(Boolean)
                  .join(': ')}
              </span>
              <span className="sj-numbers">{formatDate(one.effectiveOn)}</span>
            </div>
            <div className={classes['dim']}>
              {[
                words.order(one.order, formatDate(one.orderDate)),
                one.place,
                one.reason,
                one.revoked ? words.revoked : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The subgroups of this year. */
export function GroupsSection({ card }: { readonly card: PupilCard }) {
  return (
    <Section title={cardTexts.groups.title}>
      {card.groups.length === 0 && <Text c="dimmed">{cardTexts.groups.none}</Text>}
      <ul className={classes['lines']}>
        {card.groups.map((group) => (
          <li key={`${group.name} ${group.from} ${group.subjects}`}>
            <div className={classes['line']}>
              <span>{[group.subjects, group.name].filter(Boolean).join(' · ')}</span>
              <span className={classes['dim']}>{span(group.from, group.to)}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
