import { parseClassName } from '../../people/class-name';
import { childText, childrenOf, type XmlElement } from '../xml';

/** Whose lesson it is: the classes, and the parts of classes where not all of a class comes. */
export interface StudentSets {
  readonly classes: readonly string[];
  readonly groupNames: readonly string[];
}

/** The sets of the file: who is above whom. A set may stand under several. */
export interface StudentTree {
  readonly parents: ReadonlyMap<string, readonly string[]>;
  readonly children: ReadonlyMap<string, readonly string[]>;
}

const noTree: StudentTree = { parents: new Map(), children: new Map() };

/** Years, groups and subgroups of a FET file. */
export function readStudentTree(list: XmlElement | undefined): StudentTree {
  const parents = new Map<string, string[]>();
  const children = new Map<string, string[]>();
  const link = (parent: string, child: string) => {
    parents.set(child, [...(parents.get(child) ?? []), parent]);
    children.set(parent, [...(children.get(parent) ?? []), child]);
  };
  for (const year of childrenOf(list, 'Year')) {
    for (const group of childrenOf(year, 'Group')) {
      link(childText(year, 'Name'), childText(group, 'Name'));
      for (const subgroup of childrenOf(group, 'Subgroup')) {
        link(childText(group, 'Name'), childText(subgroup, 'Name'));
      }
    }
  }
  return { parents, children };
}

/** A class with its letter; a bare number is a whole grade. */
const isClass = (name: string) => (parseClassName(name)?.letter ?? '') !== '';

/** «8А-1», «8А девочки», «8А гр. 2»: the class a group's name begins with. */
function classInFront(name: string): string | undefined {
  const found = /^(\d{1,2}\s?-?\s?["«]?\p{L}{1,3}["»]?)[\s_\-.,(/+].*$/u.exec(name)?.[1]?.trim();
  return found !== undefined && isClass(found) ? found : undefined;
}

/**
 * Sorts the names of student sets into classes and parts of classes. FET does not say which level
 * is the class: a set named like a class is one; below it are parts, above it whole grades, which
 * mean all their classes. A name that fits nothing stands for a class, so that nothing is lost.
 */
export function readStudentSets(names: readonly string[], tree: StudentTree = noTree): StudentSets {
  const classes = new Set<string>();
  const groupNames = new Set<string>();
  for (const name of names) {
    const above = tree.parents.get(name)?.filter(isClass) ?? [];
    const below = tree.children.get(name)?.filter(isClass) ?? [];
    const front = classInFront(name);
    if (isClass(name)) classes.add(name);
    else if (above.length > 0 || front !== undefined) {
      for (const parent of above.length > 0 ? above : [front ?? name]) classes.add(parent);
      groupNames.add(name);
    } else if (below.length > 0) for (const child of below) classes.add(child);
    else classes.add(name);
  }
  return { classes: [...classes], groupNames: [...groupNames] };
}
