/**
 * Looks into a journal from outside the program, in Electron's own Node: what a story believes is
 * saved is read back from the file. Arguments: folder, login, password. Prints JSON.
 */
import path from 'node:path';
import { readKeyFile } from '#core/keys/key-file';
import { openWithPassword } from '#core/keys/slots';
import { auditChainHolds } from '#core/unit-of-work';
import { openJournal } from '#db/open';
import { hashOfAllRows } from '#db/testing/row-hash';

const [folder = '', login = '', password = ''] = process.argv.slice(2);
const opened = await openWithPassword(await readKeyFile(folder), { login, password });
if (opened === undefined) throw new Error('wrong password');
const journal = openJournal({ file: path.join(folder, 'journal.db'), key: opened.key });
const { connection } = journal.db;
const cells = connection
  .prepare(
    `SELECT cell.lesson_id AS lessonId, cell.pupil_id AS pupilId, cell.attendance,
            (SELECT group_concat(value, ' ') FROM mark
             WHERE mark.lesson_id = cell.lesson_id AND mark.pupil_id = cell.pupil_id) AS marks
     FROM journal_cell AS cell JOIN audit_change AS change
       ON change.entity = 'cell' AND change.entity_id = cell.lesson_id || ':' || cell.pupil_id
     GROUP BY cell.lesson_id, cell.pupil_id`,
  )
  .all();
process.stdout.write(
  JSON.stringify({
    integrity: connection.pragma('integrity_check', { simple: true }),
    foreignKeys: connection.pragma('foreign_key_check'),
    auditChain: auditChainHolds(journal.db),
    hash: hashOfAllRows(journal.db),
    cells,
  }),
);
journal.close();
