import type { CopyManifest } from '#contract/copies';

export const README_FILE = 'ПРОЧТИ МЕНЯ.txt';
const NAME_LENGTH = 40;

/** «2026-11-23 14-05-09»: local time, in signs that every file system takes. */
export function stampOf(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${day} ${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('-')}`;
}

/** The school's name as a part of a file's name: without what FAT, NTFS or a path forbid. */
function nameForFiles(schoolName: string): string {
  const allowed = schoolName
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*«»]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(allowed)
    .slice(0, NAME_LENGTH)
    .join('')
    .replace(/[. ]+$/, '');
}

/** «Школьный журнал Гимназия № 2 2026-11-23 14-05-09» */
export const copyFolderName = (schoolName: string, now: Date): string =>
  ['Школьный журнал', nameForFiles(schoolName), stampOf(now)]
    .filter((part) => part !== '')
    .join(' ');

/** What the person finds who opens the copy's folder without the program. */
export function readmeText(manifest: CopyManifest, now: Date): string {
  const { counts } = manifest;
  const lines = [
    'КОПИЯ ШКОЛЬНОГО ЖУРНАЛА',
    '',
    `Школа: ${manifest.schoolName}`,
    `Учебный год: ${manifest.yearName}`,
    `Копия снята: ${stampOf(now)}, снял(а): ${manifest.madeBy}`,
    `Программа: «Школьный журнал» ${manifest.program}`,
    `В копии: учеников — ${counts.pupils}, работников — ${counts.staff}, классов — ${counts.classes}, уроков — ${counts.lessons}, отметок — ${counts.marks}.`,
    '',
    'ЧТО ЗДЕСЬ ЛЕЖИТ',
    'journal.db — журнал целиком, зашифрованный. Без пароля или ключа восстановления его не прочесть.',
    'keys.json — ключ журнала, запертый паролями работников и ключом восстановления. Без этого файла копию не открыть.',
    'manifest.json — опись: когда и кем снята копия, что в ней, размер и контрольная сумма.',
    'Все файлы нужны вместе. Ничего не переименовывайте и не меняйте; переносите папку целиком.',
    '',
    'КАК ВОССТАНОВИТЬ ЖУРНАЛ',
    '1. Установите программу «Школьный журнал» на компьютер (можно на новый).',
    '2. Запустите её и выберите «Восстановить из копии».',
    '3. Укажите эту папку или носитель, на котором она лежит.',
    '4. Введите ключ восстановления с листа, который хранится в сейфе школы, — или логин и пароль, действовавшие в день снятия копии.',
    'Программа проверит копию до того, как что-либо изменит. Если на компьютере уже есть журнал, он сохраняется рядом, в отдельной папке.',
    '',
    'КОНТРОЛЬНАЯ СУММА',
    'Она показывает, что файл не испортился: у целого файла сумма ровно такая.',
    `journal.db, SHA-256: ${manifest.sha256}`,
    `journal.db, размер: ${manifest.size} байт`,
    'Проверить без программы: в Windows — certutil -hashfile journal.db SHA256, в Linux — sha256sum journal.db, в macOS — shasum -a 256 journal.db.',
    '',
  ];
  return `\uFEFF${lines.join('\r\n')}`; // Windows' Notepad takes UTF-8 for certain only with the mark
}
