import { Text } from '@mantine/core';
import classes from './import.module.css';

/** A short list of sentences under a heading; nothing where there are none. */
export function Sentences(props: { readonly title: string; readonly lines: readonly string[] }) {
  if (props.lines.length === 0) return null;
  return (
    <section aria-label={props.title}>
      <Text fw={600}>
        {props.title}: {props.lines.length}
      </Text>
      <ul className={classes['list']} tabIndex={0} aria-label={props.title}>
        {props.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
