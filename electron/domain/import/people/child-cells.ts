import { parseClassName, type ClassName } from '../../people/class-name';

/** A child as a list of parents names one; the class where it stands beside the name. */
export interface ChildCell {
  readonly name: string;
  readonly className: ClassName | null;
}

const CLASS =
  /^(.*?)[\s(]*(?<![\p{L}\d])(\d{1,2}\s?[-–]?\s?["«]?\p{L}{0,2}["»]?)(?:\s*кл(?:асс)?\.?)?\)?$/iu;

function childOf(text: string): ChildCell {
  const found = CLASS.exec(text);
  const className = found === null ? undefined : parseClassName(found[2] ?? '');
  return className === undefined
    ? { name: text, className: null }
    : { name: (found?.[1] ?? '').replace(/[\s,(]+$/u, ''), className };
}

/** «Иванов Илья, 5-А; Иванова Анна (7-Б)»: each child of some cells, with its class. */
export function readChildren(cells: readonly string[]): ChildCell[] {
  const children: ChildCell[] = [];
  for (const bit of cells.flatMap((cell) => cell.slice(0, 2_000).split(/[;\n\r]+|,|\s\/\s/u))) {
    const text = bit.replace(/\s+/gu, ' ').trim();
    if (text === '') continue;
    const child = childOf(text);
    const before = children.at(-1);
    if (child.name === '' && before !== undefined) {
      children[children.length - 1] = { ...before, className: before.className ?? child.className };
    } else children.push(child);
  }
  return children;
}
