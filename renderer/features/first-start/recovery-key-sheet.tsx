import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { newJournalTexts } from '../../text/first-start';
import classes from './recovery-key-sheet.module.css';

const GROUP = 4;

/** The key in groups of four signs, however it came. */
export function keyGroups(key: string): readonly string[] {
  const signs = key.replaceAll(/[\s-]/g, '');
  return Array.from({ length: Math.ceil(signs.length / GROUP) }, (_, index) =>
    signs.slice(index * GROUP, (index + 1) * GROUP),
  );
}

/** The groups in two lines of about the same length. */
export function keyLines(groups: readonly string[]): readonly string[] {
  const half = Math.ceil(groups.length / 2);
  return [groups.slice(0, half).join(' '), groups.slice(half).join(' ')];
}

/** The sheet for the safe. */
export function RecoveryKeySheet(props: {
  readonly schoolName: string;
  readonly day: IsoDate;
  readonly groups: readonly string[];
}) {
  const words = newJournalTexts.key.sheet;
  return (
    <article className={classes['sheet']}>
      <h1>{words.title}</h1>
      <p>
        {words.school}: {props.schoolName}
        <br />
        {words.date}: {formatDate(props.day)}
      </p>
      <p className={classes['key']}>
        {keyLines(props.groups).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
      <p>{words.whatFor}</p>
      <p>{words.keep}</p>
      <p>{words.read}</p>
      <table className={classes['signature']}>
        <tbody>
          <tr>
            <td>{words.received}</td>
            <td className={classes['line']} />
            <td className={classes['line']} />
            <td className={classes['line']} />
          </tr>
          <tr className={classes['under']}>
            <td />
            <td>{words.signature}</td>
            <td>{words.name}</td>
            <td>{words.day}</td>
          </tr>
        </tbody>
      </table>
    </article>
  );
}
