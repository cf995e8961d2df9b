/**
 * The name a save dialog begins with: only a name, in signs that every file system takes, and always
 * with this ending, whatever the window asked for.
 */
export function suggestedFileName(suggested: string, ending: string): string {
  const name = suggested
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '');
  const bare = name.toLowerCase().endsWith(`.${ending}`) ? name.slice(0, -ending.length - 1) : name;
  return `${bare.slice(0, 150) || 'Документ'}.${ending}`;
}
